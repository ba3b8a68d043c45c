package net.bioclipse.adit.chemistry.cdk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.chemistry.cdk.Contacts.Contact;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/**
 * The lenient verdict in the manner of pipelines that write a PDB file and let toolkits repair it, as the published figures
 * of ADiT (arXiv 2503.03965) do: only the largest connected part counts, missing hydrogens are added, charges are whatever
 * fits, a hydrogen with several neighbours keeps the nearest. What remains to fail is an atom with more neighbours than any
 * valence state of its element has bonds. For comparison only; those pipelines differ in detail and by toolkit version.
 */
final class LenientReading {

    private LenientReading() {
    }

    /** The check "lenient". */
    static Finding finding(Molecule molecule) {
        Optional<String> failure = Perception.notAssessable(molecule).or(() -> crowded(molecule));
        return new Finding("lenient", failure.isEmpty(), failure.orElse(""), Family.COMPARISON);
    }

    private static Optional<String> crowded(Molecule molecule) {
        List<Contact> all = Contacts.of(molecule).bonds();
        List<Contact> bonds = all.stream()
                .filter(bond -> kept(molecule, all, bond, bond.first()) && kept(molecule, all, bond, bond.second()))
                .toList();
        int atoms = molecule.atomCount();
        int[] part = new int[atoms];
        int parts = Fragments.label(part, bonds.stream().map(bond -> new int[] {bond.first(), bond.second()}).toList());
        int[] sizes = new int[parts];
        int[] degree = new int[atoms];
        IntStream.of(part).forEach(p -> sizes[p]++);
        bonds.forEach(bond -> {
            degree[bond.first()]++;
            degree[bond.second()]++;
        });
        int largest = IntStream.range(0, parts).boxed().max(Comparator.comparingInt(p -> sizes[p])).orElseThrow();
        return IntStream.range(0, atoms).filter(i -> part[i] == largest && degree[i] > most(molecule.atomicNumber(i)))
                .mapToObj(i -> Labels.atom(molecule, i) + " has " + degree[i] + " neighbours, at most "
                        + most(molecule.atomicNumber(i)) + " are possible")
                .findFirst();
    }

    private static boolean kept(Molecule molecule, List<Contact> bonds, Contact bond, int atom) {
        return molecule.atomicNumber(atom) != 1 || bonds.stream()
                .filter(other -> other.first() == atom || other.second() == atom)
                .min(Comparator.comparingDouble(Contact::distance)).orElseThrow() == bond;
    }

    private static int most(int element) {
        return ValenceState.of(element).stream().mapToInt(ValenceState::valence).max().orElseThrow();
    }
}
