package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.bioclipse.adit.chemistry.cdk.LewisSearch.Lewis;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/** What is wrong with a Lewis structure that has open or surplus valences, in sentences that name the atoms. */
final class LewisDefects {

    private static final int NAMED_ATOMS = 4;

    private final Molecule molecule;
    private final List<String> surplus = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final List<String> onium = new ArrayList<>();

    LewisDefects(Molecule molecule, LewisProblem problem, Lewis lewis) {
        this.molecule = molecule;
        int[] open = lewis.open();
        for (int i = 0; i < open.length; i++) {
            int usual = ValenceState.usualValence(problem.element(i), problem.degree(i));
            if (open[i] > 0) {
                missing.add(ofValences(molecule, i, Math.max(usual, open[i]) - open[i]));
            } else if (open[i] < 0 && problem.choices(i, true).stream().anyMatch(c -> c.charge() > 0)) {
                onium.add(Labels.atom(molecule, i) + " has " + problem.degree(i)
                        + " bonds as in a cation and no anion balances it");
            } else if (open[i] < 0) {
                surplus.add(ofValences(molecule, i, problem.degree(i)));
            }
        }
    }

    Optional<String> surplusBonds() {
        return joined(surplus);
    }

    Optional<String> openValences() {
        return joined(missing);
    }

    Optional<String> unbalancedCations() {
        return joined(onium);
    }

    @Override
    public String toString() {
        return Stream.of(surplusBonds(), openValences(), unbalancedCations()).flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
    }

    static String ofValences(Molecule molecule, int atom, int used) {
        return Labels.atom(molecule, atom) + " has " + used + " of "
                + ValenceState.usualValence(molecule.atomicNumber(atom), used) + " valences";
    }

    /** The first sentences, and how many more there are; empty when there is none. */
    static Optional<String> joined(List<String> sentences) {
        String first = sentences.stream().limit(NAMED_ATOMS).collect(Collectors.joining("; "));
        int more = sentences.size() - NAMED_ATOMS;
        return sentences.isEmpty() ? Optional.empty() : Optional.of(more > 0 ? first + "; and " + more + " more" : first);
    }
}
