package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Molecule;

/**
 * Which atoms of a molecule touch: bonds from distances alone, and pairs that stand too close.
 *
 * <p>A distance is judged relative to the sum of the covalent radii. In the QM9 molecules (doi 10.1038/sdata.2014.22) bonds
 * of hydrogen end at 1.12 of it and the next contact begins at 1.5; bonds between heavy atoms end at 1.18 and free pairs
 * begin at 1.29, except across small cages and three-rings, where carbons with a common neighbour come as near as 1.16.
 * The limits stand in the middle of these gaps; pairs with a common neighbour have a tighter one, and a range above it in
 * which only the valences can tell ({@link #bondsAndPerhaps()}).
 */
final class Contacts {

    /** More atoms than this are not looked at. */
    static final int MAX_ATOMS = 2000;

    private static final double BOND = 1.30;
    private static final double BOND_ACROSS_ONE_ATOM = 1.13;
    private static final double PERHAPS_ACROSS_ONE_ATOM = 1.20;
    private static final double BOND_OF_TWO_HYDROGENS = 1.45;
    private static final double CLASH = 0.65;
    private static final double CLASH_OF_TWO_HYDROGENS = 0.90;
    /** Free hydrogens stay farther away than this from any atom. */
    private static final double FREE_HYDROGEN = 1.40;
    private static final double FREE_TWO_HYDROGENS = 1.90;
    private static final double WIDEST = FREE_TWO_HYDROGENS;
    private static final int MAX_CLASHES = 1000;

    private static final Comparator<Contact> BY_ATOMS =
            Comparator.comparingInt(Contact::first).thenComparingInt(Contact::second);

    /**
     * A pair of atoms.
     *
     * @param distance in Å
     * @param ratio    distance divided by the sum of the covalent radii
     */
    record Contact(int first, int second, double distance, double ratio) {
    }

    private final List<Contact> bonds = new ArrayList<>();
    private final List<Contact> perhaps = new ArrayList<>();
    private final List<Contact> clashes = new ArrayList<>();

    private Contacts() {
    }

    /** Bonds, ordered by their atoms. */
    List<Contact> bonds() {
        return bonds;
    }

    /** The bonds and the pairs across one atom that may be bonds, ordered by their atoms. */
    List<Contact> bondsAndPerhaps() {
        return Stream.concat(bonds.stream(), perhaps.stream()).sorted(BY_ATOMS).toList();
    }

    int clashCount() {
        return clashes.size();
    }

    /** The pair that is too close by most. */
    Optional<Contact> worstClash() {
        return clashes.stream().min(Comparator.comparingDouble(Contact::ratio));
    }

    static Contacts of(Molecule molecule) {
        Contacts contacts = new Contacts();
        List<Contact> doubtful = new ArrayList<>();
        for (Contact pair : nearPairs(molecule)) {
            contacts.sort(pair, molecule, doubtful);
        }
        List<List<Integer>> around = contacts.sureNeighbours(molecule.atomCount());
        for (Contact pair : doubtful) {
            if (around.get(pair.first).stream().noneMatch(around.get(pair.second)::contains)) {
                contacts.bonds.add(pair);
            } else if (pair.ratio <= PERHAPS_ACROSS_ONE_ATOM) {
                contacts.perhaps.add(pair);
            }
        }
        contacts.bonds.sort(BY_ATOMS);
        return contacts;
    }

    private void sort(Contact pair, Molecule molecule, List<Contact> doubtful) {
        int hydrogens = (molecule.atomicNumber(pair.first) == 1 ? 1 : 0) + (molecule.atomicNumber(pair.second) == 1 ? 1 : 0);
        double ratio = pair.ratio;
        if (ratio < (hydrogens == 2 ? CLASH_OF_TWO_HYDROGENS : CLASH)) {
            clashes.add(pair);
        } else if (hydrogens == 2 ? ratio <= BOND_OF_TWO_HYDROGENS : ratio <= BOND_ACROSS_ONE_ATOM) {
            bonds.add(pair);
        } else if (hydrogens == 1 && ratio <= BOND) {
            bonds.add(pair);
        } else if (hydrogens == 0 && ratio <= BOND) {
            doubtful.add(pair);
        } else if (hydrogens == 1 && ratio < FREE_HYDROGEN || hydrogens == 2 && ratio < FREE_TWO_HYDROGENS) {
            clashes.add(pair);
        }
    }

    private List<List<Integer>> sureNeighbours(int atoms) {
        List<List<Integer>> around = new ArrayList<>();
        for (int i = 0; i < atoms; i++) {
            around.add(new ArrayList<>());
        }
        for (Contact bond : bonds) {
            around.get(bond.first).add(bond.second);
            around.get(bond.second).add(bond.first);
        }
        return around;
    }

    /** All pairs nearer than the widest limit: a sweep along x, so that large molecules do not cost their square. */
    private static List<Contact> nearPairs(Molecule molecule) {
        double[] xyz = molecule.positions();
        double[] radius = Arrays.stream(molecule.atomicNumbers()).mapToDouble(z -> Element.of(z).covalentRadius()).toArray();
        double reach = 2 * WIDEST * Arrays.stream(radius).max().orElse(0);
        Integer[] byX = new Integer[radius.length];
        Arrays.setAll(byX, i -> i);
        Arrays.sort(byX, Comparator.comparingDouble(i -> xyz[3 * i]));
        List<Contact> pairs = new ArrayList<>();
        int tooClose = 0;
        for (int p = 0; p < byX.length && tooClose < MAX_CLASHES; p++) {
            int i = byX[p];
            for (int q = p + 1; q < byX.length && xyz[3 * byX[q]] - xyz[3 * i] <= reach; q++) {
                int j = byX[q];
                double distance = distance(xyz, i, j);
                double ratio = distance / (radius[i] + radius[j]);
                if (ratio <= WIDEST) {
                    pairs.add(new Contact(Math.min(i, j), Math.max(i, j), distance, ratio));
                    tooClose += ratio < CLASH ? 1 : 0;
                }
            }
        }
        return pairs;
    }

    private static double distance(double[] xyz, int i, int j) {
        double dx = xyz[3 * i] - xyz[3 * j];
        double dy = xyz[3 * i + 1] - xyz[3 * j + 1];
        double dz = xyz[3 * i + 2] - xyz[3 * j + 2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
