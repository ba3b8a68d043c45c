package net.bioclipse.adit.chemistry.cdk.plausibility;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Molecule;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtomContainer;

/**
 * Whether nature would give a molecule such a geometry, in the manner of PoseBusters (Buttenschoen et al. 2024, doi
 * 10.1039/D3SC04185A): bond lengths and angles, clashes, flat aromatic rings and double bonds, six-membered rings that are
 * not flat. The bounds stand in {@code bounds.tsv} with their sources; they are tighter than PoseBusters' where data allow.
 *
 * <p>Limits: a conformation is not judged (that is {@link StrainCheck}), nor bonds of elements beyond those of the table more closely
 * than by 25 %.
 */
public final class Plausibility {

    private Plausibility() {
    }

    /**
     * The findings "bond lengths", "bond angles", "clash of free atoms", "flat aromatic rings", "flat double bonds" and
     * "puckered rings".
     *
     * @param charges        formal charge of each atom
     * @param graph          the molecule as CDK's graph, atoms in the same order, aromaticity perceived
     * @param expectedLength of a bond by element and order, in Å
     */
    public static List<Finding> findings(Molecule molecule, List<Bond> bonds, int[] charges, IAtomContainer graph,
            ToDoubleFunction<Bond> expectedLength) {
        Topology topology = new Topology(molecule, bonds, charges);
        Distances distances = new Distances(topology);
        List<List<Integer>> rings = Arrays.stream(Cycles.mcb(graph).paths())
                .map(path -> IntStream.of(path).limit(path.length - 1L).boxed().toList()).toList();
        boolean[] aromatic = new boolean[molecule.atomCount()];
        for (int i = 0; i < aromatic.length; i++) {
            aromatic[i] = graph.getAtom(i).isAromatic();
        }
        Planes planes = new Planes(topology, rings, aromatic);
        return List.of(
                finding("bond lengths", distances.bonds(expectedLength)),
                finding("bond angles", distances.angles()),
                finding("clash of free atoms", distances.clashes()),
                finding("flat aromatic rings", planes.aromaticRings()),
                finding("flat double bonds", planes.doubleBonds()),
                finding("puckered rings", planes.puckeredRings()));
    }

    private static Finding finding(String check, Optional<String> failure) {
        return new Finding(check, failure.isEmpty(), failure.orElse(""), Family.PLAUSIBILITY);
    }
}
