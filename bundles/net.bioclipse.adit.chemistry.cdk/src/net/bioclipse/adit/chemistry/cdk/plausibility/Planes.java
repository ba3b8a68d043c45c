package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.bioclipse.adit.chemistry.cdk.plausibility.Bounds.Range;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;

/** What must be flat, aromatic rings and double bonds, and six-membered rings that must not be. */
final class Planes {

    private static final int ENOUGH_TETRAHEDRAL = 3;

    private final Topology topology;
    private final List<List<Integer>> rings;
    private final boolean[] aromatic;
    private final int[] ringsAt;
    private final int[] doubleBonds;

    /**
     * @param rings    atoms of each ring, in order
     * @param aromatic which atoms are aromatic
     */
    Planes(Topology topology, List<List<Integer>> rings, boolean[] aromatic) {
        this.topology = topology;
        this.rings = rings;
        this.aromatic = aromatic;
        ringsAt = new int[aromatic.length];
        rings.forEach(ring -> ring.forEach(atom -> ringsAt[atom]++));
        doubleBonds = new int[aromatic.length];
        for (Bond bond : topology.bonds()) {
            if (bond.order() == 2) {
                doubleBonds[bond.first()]++;
                doubleBonds[bond.second()]++;
            }
        }
    }

    /** @return the least flat aromatic ring of five or six atoms, or an aromatic atom with a neighbour out of the plane */
    Optional<String> aromaticRings() {
        Worst worst = new Worst("aromatic rings");
        for (List<Integer> ring : rings) {
            if (ring.stream().allMatch(atom -> aromatic[atom])) {
                Bounds.find("off plane", "aromatic " + ring.size())
                        .ifPresent(range -> judge(ring, range, "is to be flat, but", worst));
            }
        }
        for (int atom = 0; atom < aromatic.length; atom++) {
            if (aromatic[atom] && trigonal(atom)) {
                judgeHeight(atom, Bounds.of("height", "aromatic"), worst);
            }
        }
        return worst.failure();
    }

    /** @return the least flat double bond between carbons outside of small rings, or a carbon above its neighbours' plane */
    Optional<String> doubleBonds() {
        Worst worst = new Worst("double bonds");
        for (Bond bond : topology.bonds()) {
            if (bond.order() == 2 && free(bond.first()) && free(bond.second()) && !aromatic[bond.first()]) {
                judge(topology.around(bond), Bounds.of("off plane", "double bond"), "with a double bond is to be flat, but",
                        worst);
            }
        }
        for (int atom = 0; atom < aromatic.length; atom++) {
            if (free(atom) && !aromatic[atom]) {
                judgeHeight(atom, Bounds.of("height", "C3"), worst);
            }
        }
        return worst.failure();
    }

    /** A trigonal carbon that no small ring bends. */
    private boolean free(int atom) {
        return trigonal(atom) && topology.molecule().atomicNumber(atom) == 6 && topology.smallestRing(atom) == 0;
    }

    private boolean trigonal(int atom) {
        return doubleBonds[atom] == 1 && topology.neighbours(atom).length == 3;
    }

    /** @return the flattest of the six-membered rings that stand alone and have at least three tetrahedral carbons */
    Optional<String> puckeredRings() {
        Worst worst = new Worst("rings");
        for (List<Integer> ring : rings) {
            long tetrahedral = ring.stream().filter(atom -> topology.neighbours(atom).length == 4).count();
            boolean alone = ring.stream().allMatch(atom -> ringsAt[atom] == 1);
            if (ring.size() == 6 && tetrahedral >= ENOUGH_TETRAHEDRAL && alone) {
                judge(ring, Bounds.of("off plane", "saturated 6"), "is flat:", worst);
            }
        }
        return worst.failure();
    }

    private void judge(List<Integer> atoms, Range range, String verdict, Worst worst) {
        double off = topology.geometry().offPlane(atoms);
        if (!range.contains(off)) {
            worst.add(Math.abs(off - range.lowest()), () -> atoms.stream().map(topology::label)
                    .collect(Collectors.joining(" ")) + " " + verdict + " at most " + Labels.angstrom(off)
                    + " from its plane, plausible is " + (off < range.lowest() ? Labels.angstrom(range.lowest()) + " or more"
                    : "up to " + Labels.angstrom(range.highest())));
        }
    }

    private void judgeHeight(int atom, Range range, Worst worst) {
        int[] around = topology.neighbours(atom);
        double height = topology.geometry().height(atom, around[0], around[1], around[2]);
        if (!range.contains(height)) {
            worst.add(height, () -> topology.label(atom) + " is " + Labels.angstrom(height) + " above the plane of "
                    + Arrays.stream(around).mapToObj(topology::label).collect(Collectors.joining(" "))
                    + ", plausible is up to " + Labels.angstrom(range.highest()));
        }
    }
}
