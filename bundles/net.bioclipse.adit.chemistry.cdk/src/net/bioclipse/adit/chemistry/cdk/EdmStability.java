package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.Tables;

/**
 * Atom and molecule stability by the convention of EDM (arXiv 2203.17003), which much of the literature on generated
 * molecules reports: orders from pair distances alone, an atom is stable when they add up to its valence, a molecule when
 * all its atoms are. The numbers stand in {@code edm-bond-lengths.tsv}.
 *
 * <p>Limits, those of the convention: no charges, no aromatic bonds, a sulfur of two bonds is unstable, separate parts are
 * forgiven. For comparison with published figures only.
 */
final class EdmStability {

    private static final int[] MARGINS = {10, 5, 3};
    private static final Map<Integer, int[]> LENGTHS = new HashMap<>();
    private static final Map<Integer, Set<Integer>> ALLOWED = new HashMap<>();

    static {
        for (String[] cells : Tables.rows(EdmStability.class, "edm-bond-lengths.tsv")) {
            if (cells[0].equals("allowed")) {
                ALLOWED.put(number(cells[1]),
                        Arrays.stream(cells[2].split(",")).map(Integer::valueOf).collect(Collectors.toSet()));
            } else {
                String[] pair = cells[1].split("-");
                int[] lengths = Arrays.stream(cells, 2, 5).mapToInt(Integer::parseInt).toArray();
                LENGTHS.put(key(number(pair[0]), number(pair[1])), lengths);
            }
        }
    }

    private final Molecule molecule;
    private final int[] sums;

    EdmStability(Molecule molecule) {
        this.molecule = molecule;
        sums = new int[molecule.atomCount()];
        double[] xyz = molecule.positions();
        for (int i = 0; i < sums.length; i++) {
            for (int j = i + 1; j < sums.length; j++) {
                int[] lengths = LENGTHS.get(key(molecule.atomicNumber(i), molecule.atomicNumber(j)));
                int order = lengths == null ? 0 : order(lengths, 100 * distance(xyz, i, j));
                sums[i] += order;
                sums[j] += order;
            }
        }
    }

    private static int number(String symbol) {
        return Element.ofSymbol(symbol).orElseThrow().number();
    }

    private static int key(int first, int second) {
        return Math.min(first, second) * (Element.COUNT + 1) + Math.max(first, second);
    }

    private static double distance(double[] xyz, int i, int j) {
        return Math.hypot(Math.hypot(xyz[3 * i] - xyz[3 * j], xyz[3 * i + 1] - xyz[3 * j + 1]),
                xyz[3 * i + 2] - xyz[3 * j + 2]);
    }

    private static int order(int[] lengths, double picometres) {
        int order = 0;
        while (order < lengths.length && picometres < lengths[order] + MARGINS[order]) {
            order++;
        }
        return order;
    }

    private boolean stable(int atom) {
        return ALLOWED.getOrDefault(molecule.atomicNumber(atom), Set.of()).contains(sums[atom]);
    }

    /** Share of stable atoms, 0 to 1. */
    double stableAtoms() {
        int stable = 0;
        for (int i = 0; i < sums.length; i++) {
            stable += stable(i) ? 1 : 0;
        }
        return (double) stable / sums.length;
    }

    /** The check "EDM stable", which names the unstable atoms. */
    Finding finding() {
        List<String> unstable = new ArrayList<>();
        for (int i = 0; i < sums.length; i++) {
            if (!stable(i)) {
                unstable.add(Labels.atom(molecule, i) + " has bond orders of " + sums[i]);
            }
        }
        return new Finding("EDM stable", unstable.isEmpty(), LewisDefects.joined(unstable).orElse(""), Family.COMPARISON);
    }
}
