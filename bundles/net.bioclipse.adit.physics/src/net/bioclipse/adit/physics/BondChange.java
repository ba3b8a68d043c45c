package net.bioclipse.adit.physics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/**
 * Which atoms a relaxation parted or joined, by what is perceived before and after it; orders of bonds may differ.
 *
 * @param broken pairs of atoms that were bonded
 * @param formed pairs of atoms that are
 */
public record BondChange(List<Pair> broken, List<Pair> formed) {

    /** Two atoms by their indices from 0, the smaller one first. */
    public record Pair(int first, int second) {
    }

    private static final int MOST_NAMED = 3;

    /** Compares assessments of the same atoms in the same order. */
    public static BondChange between(Assessment before, Assessment after) {
        return new BondChange(without(before, after), without(after, before));
    }

    private static List<Pair> without(Assessment some, Assessment others) {
        Set<Pair> rest = new HashSet<>(pairs(others));
        return pairs(some).stream().filter(pair -> !rest.contains(pair)).toList();
    }

    private static List<Pair> pairs(Assessment assessment) {
        List<Pair> pairs = new ArrayList<>();
        for (Bond bond : assessment.bonds()) {
            pairs.add(new Pair(Math.min(bond.first(), bond.second()), Math.max(bond.first(), bond.second())));
        }
        return pairs;
    }

    /** True when the same atoms are bonded. */
    public boolean none() {
        return broken.isEmpty() && formed.isEmpty();
    }

    /** "C1–H5 broken, C2–H5 formed"; empty when nothing changed. */
    public String described(Molecule molecule) {
        return Stream.of(described(molecule, broken, "broken"), described(molecule, formed, "formed"))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String described(Molecule molecule, List<Pair> pairs, String what) {
        if (pairs.isEmpty()) {
            return "";
        }
        String named = pairs.stream().limit(MOST_NAMED)
                .map(pair -> Labels.atom(molecule, pair.first()) + "–" + Labels.atom(molecule, pair.second()))
                .collect(Collectors.joining(", "));
        return named + (pairs.size() > MOST_NAMED ? " and " + (pairs.size() - MOST_NAMED) + " more " : " ") + what;
    }
}
