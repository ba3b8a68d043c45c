package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/**
 * A perceived molecule seen as neighbours and rings, and the names of the environments under which {@link Bounds} lists its
 * bonds and angles. An atom is its symbol, its number of neighbours and the sign of its charge, {@code N2+}; a bond is its
 * two atoms and its order, {@code C4-O2 1}; an angle is its middle atom, the smallest ring at it, the smallest ring round
 * the angle and how many of its ends are hydrogen, {@code C4 ring 3 in - H1}. Rings of more than five atoms do not constrain
 * and count as none.
 */
final class Topology {

    private static final int LARGEST_TIGHT_RING = 5;

    private final Molecule molecule;
    private final List<Bond> bonds;
    private final int[][] neighbours;
    private final Geometry geometry;
    private final int[] smallestRing;
    private final String[] signs;

    Topology(Molecule molecule, List<Bond> bonds, int[] charges) {
        this.molecule = molecule;
        this.bonds = bonds;
        this.geometry = new Geometry(molecule.positions());
        int[] degree = new int[molecule.atomCount()];
        for (Bond bond : bonds) {
            degree[bond.first()]++;
            degree[bond.second()]++;
        }
        neighbours = new int[degree.length][];
        Arrays.setAll(neighbours, i -> new int[degree[i]]);
        for (Bond bond : bonds) {
            neighbours[bond.first()][--degree[bond.first()]] = bond.second();
            neighbours[bond.second()][--degree[bond.second()]] = bond.first();
        }
        signs = new String[degree.length];
        Arrays.setAll(signs, i -> charges[i] > 0 ? "+" : charges[i] < 0 ? "-" : "");
        smallestRing = new int[degree.length];
        Arrays.setAll(smallestRing, this::smallestRingAt);
    }

    Molecule molecule() {
        return molecule;
    }

    Geometry geometry() {
        return geometry;
    }

    List<Bond> bonds() {
        return bonds;
    }

    int[] neighbours(int atom) {
        return neighbours[atom];
    }

    boolean isHydrogen(int atom) {
        return molecule.atomicNumber(atom) == 1;
    }

    String label(int atom) {
        return Labels.atom(molecule, atom);
    }

    String environment(int atom) {
        return Labels.symbol(molecule.atomicNumber(atom)) + neighbours[atom].length + signs[atom];
    }

    String environment(Bond bond) {
        String first = environment(bond.first());
        String second = environment(bond.second());
        return (first.compareTo(second) <= 0 ? first + "-" + second : second + "-" + first) + " " + bond.order();
    }

    String environment(int first, int middle, int second) {
        int hydrogens = (isHydrogen(first) ? 1 : 0) + (isHydrogen(second) ? 1 : 0);
        return environment(middle) + " ring " + ringName(smallestRing[middle]) + " in "
                + ringName(ringOfBoth(first, middle, second)) + " H" + hydrogens;
    }

    /** "a single bond of C with 4 neighbours and H": what the bounds of a bond are for. */
    String inWords(Bond bond) {
        String order = switch (bond.order()) {
            case 1 -> "a single";
            case 2 -> "a double";
            default -> "a triple";
        };
        return order + " bond of " + inWords(bond.first()) + " and " + inWords(bond.second());
    }

    /** "C with 4 neighbours in a ring of 5, both bonds in it". */
    String inWords(int first, int middle, int second) {
        String place = smallestRing[middle] == 0 ? "" : " in a ring of " + smallestRing[middle];
        int ring = ringOfBoth(first, middle, second);
        return inWords(middle) + place + (ring == 0 ? "" : ring == smallestRing[middle] ? ", both bonds in it"
                : ", both bonds in a ring of " + ring);
    }

    private String inWords(int atom) {
        int count = neighbours[atom].length;
        return isHydrogen(atom) ? "H" : Labels.symbol(molecule.atomicNumber(atom)) + signs[atom] + " with " + count
                + (count == 1 ? " neighbour" : " neighbours");
    }

    /** The smallest ring at an atom, 3 to 5, or 0. */
    int smallestRing(int atom) {
        return smallestRing[atom];
    }

    /** The smallest ring with both bonds of an angle in it, 0 when there is none; no search where a hydrogen ends it. */
    private int ringOfBoth(int first, int middle, int second) {
        return isHydrogen(first) || isHydrogen(second) ? 0 : ringSize(first, middle, second);
    }

    private static String ringName(int size) {
        return size == 0 ? "-" : Integer.toString(size);
    }

    private int smallestRingAt(int atom) {
        int smallest = 0;
        for (int first : neighbours[atom]) {
            for (int second : neighbours[atom]) {
                int size = first < second ? ringSize(first, atom, second) : 0;
                smallest = size > 0 && (smallest == 0 || size < smallest) ? size : smallest;
            }
        }
        return smallest;
    }

    /** The smallest ring of at most five atoms that contains the three; 0 when there is none. */
    private int ringSize(int first, int middle, int second) {
        int[] steps = stepsFrom(first, middle, LARGEST_TIGHT_RING - 2);
        return steps[second] < 0 ? 0 : steps[second] + 2;
    }

    /**
     * Number of bonds on the shortest way from an atom to every other.
     *
     * @param avoided an atom that no way may cross, or -1
     * @param most    farther atoms get -1
     */
    int[] stepsFrom(int atom, int avoided, int most) {
        int[] steps = new int[neighbours.length];
        Arrays.fill(steps, -1);
        ArrayDeque<Integer> border = new ArrayDeque<>(List.of(atom));
        steps[atom] = 0;
        while (!border.isEmpty()) {
            int next = border.remove();
            for (int neighbour : neighbours[next]) {
                if (neighbour != avoided && steps[neighbour] < 0 && steps[next] < most) {
                    steps[neighbour] = steps[next] + 1;
                    border.add(neighbour);
                }
            }
        }
        return steps;
    }

    /** The atoms that hang on the ends of a bond, the ends first. */
    List<Integer> around(Bond bond) {
        List<Integer> atoms = new ArrayList<>(List.of(bond.first(), bond.second()));
        for (int end : new int[] {bond.first(), bond.second()}) {
            for (int neighbour : neighbours[end]) {
                if (!atoms.contains(neighbour)) {
                    atoms.add(neighbour);
                }
            }
        }
        return atoms;
    }
}
