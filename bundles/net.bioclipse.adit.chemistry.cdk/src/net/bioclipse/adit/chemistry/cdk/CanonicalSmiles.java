package net.bioclipse.adit.chemistry.cdk;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.GraphUtil;
import org.openscience.cdk.graph.GraphUtil.EdgeToBondMap;
import org.openscience.cdk.graph.invariant.Canon;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import uk.ac.ebi.beam.Functions;
import uk.ac.ebi.beam.Graph;

/**
 * One SMILES for a molecule, however its atoms are ordered. CDK breaks ties between equivalent atoms by their order, which
 * shows where stereocentres are told apart only by each other, as across the ring of a 1,3-substituted cyclobutane. So all
 * ways to break the ties are tried and the first SMILES by alphabet is taken.
 *
 * <p>Limit: at most {@value #MOST_ORDERS} ways. A molecule that has more equivalent orders, and such stereocentres beside,
 * may get several SMILES; no InChIKey suffers.
 */
final class CanonicalSmiles {

    private static final int MOST_ORDERS = 128;
    private static final int AROMATIC = 4;
    private static final SmilesGenerator AS_ORDERED =
            new SmilesGenerator(SmiFlavor.Stereo | SmiFlavor.UseAromaticSymbols);
    private static final SmilesGenerator GENERATOR =
            new SmilesGenerator(SmiFlavor.Unique | SmiFlavor.Stereo | SmiFlavor.UseAromaticSymbols);

    private final IAtomContainer graph;
    private final IAtom[] atoms;
    private final int[][] neighbours;
    /** Of the bonds to the neighbours. */
    private final int[][] orders;
    private String lowest;
    private int[] best;
    private int tried;

    private CanonicalSmiles(IAtomContainer graph) {
        this.graph = graph;
        atoms = StreamSupport.stream(graph.atoms().spliterator(), false).toArray(IAtom[]::new);
        EdgeToBondMap bonds = EdgeToBondMap.withSpaceFor(graph);
        neighbours = GraphUtil.toAdjList(graph, bonds);
        orders = new int[atoms.length][];
        for (int i = 0; i < atoms.length; i++) {
            int atom = i;
            orders[i] = IntStream.of(neighbours[i]).map(other -> order(bonds.get(atom, other))).toArray();
        }
    }

    private static int order(IBond bond) {
        return bond.isAromatic() ? AROMATIC : bond.getOrder().numeric();
    }

    /**
     * @param graph   hydrogens as counts, aromaticity perceived; its atoms may be put in another order
     * @param numbers of InChI for its atoms, from 0; without them InChI is asked again
     */
    static String of(IAtomContainer graph, Optional<int[]> numbers) throws CDKException {
        if (!graph.stereoElements().iterator().hasNext()) {
            return written(graph, numbers);
        }
        long[] symmetry = Canon.symmetry(graph, GraphUtil.toAdjList(graph));
        if (LongStream.of(symmetry).distinct().count() == symmetry.length) {
            return written(graph, numbers); // no ties
        }
        CanonicalSmiles smiles = new CanonicalSmiles(graph);
        smiles.tryAll(smiles.refined(ranks(symmetry.length, Comparator.comparingLong(atom -> symmetry[atom]))));
        if (numbers.isEmpty()) {
            smiles.order(smiles.best); // by which CDK breaks ties
            return GENERATOR.create(graph);
        }
        smiles.order(IntStream.range(0, symmetry.length).toArray());
        return written(graph, Optional.of(smiles.withTiesBroken(numbers.get(), symmetry)));
    }

    /** InChI's numbers for the symmetry classes, and within each of them the order that was found. */
    private int[] withTiesBroken(int[] numbers, long[] symmetry) {
        Map<Long, Integer> least = new HashMap<>();
        for (int atom = 0; atom < numbers.length; atom++) {
            least.merge(symmetry[atom], numbers[atom], Math::min);
        }
        return ranks(numbers.length, Comparator.<Integer>comparingInt(atom -> least.get(symmetry[atom]))
                .thenComparingInt(atom -> best[atom]));
    }

    /** In CDK's usual style, which is that of the atoms put in the order of InChI's numbers. */
    private static String written(IAtomContainer graph, Optional<int[]> numbers) throws CDKException {
        if (numbers.isEmpty()) {
            return GENERATOR.create(graph);
        }
        int[] places = new int[graph.getAtomCount()];
        String text = AS_ORDERED.create(graph, places);
        int[] labels = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            labels[places[i]] = numbers.get()[i];
        }
        try {
            Graph read = Graph.fromSmiles(text).permute(labels).sort(new Graph.VisitHighOrderFirst());
            return Functions.normaliseDirectionalLabels(read).sort(new Graph.VisitHighOrderFirst())
                    .sort(new Graph.VisitHydrogenFirst()).toSmiles();
        } catch (IOException e) {
            throw new CDKException(e.getMessage(), e);
        }
    }

    /** Breaks the first tie in every way. */
    private void tryAll(int[] ranks) throws CDKException {
        int tied = firstTied(ranks);
        if (tied < 0) {
            write(ranks);
            return;
        }
        for (int atom = 0; atom < ranks.length && tried < MOST_ORDERS; atom++) {
            if (ranks[atom] == tied && !hasTwinBefore(atom, ranks)) {
                int[] broken = IntStream.of(ranks).map(rank -> 2 * rank).toArray();
                broken[atom]--;
                tryAll(refined(broken));
            }
        }
    }

    /** Of equal atoms that end at one atom, as in a tert-butyl group, any may come first: no stereocentre tells them apart. */
    private boolean hasTwinBefore(int atom, int[] ranks) {
        return neighbours[atom].length == 1 && IntStream.of(neighbours[neighbours[atom][0]])
                .anyMatch(other -> other < atom && ranks[other] == ranks[atom] && neighbours[other].length == 1);
    }

    /** The lowest rank that several atoms have, or -1. */
    private static int firstTied(int[] ranks) {
        int[] sorted = ranks.clone();
        Arrays.sort(sorted);
        return IntStream.range(1, sorted.length).filter(i -> sorted[i] == sorted[i - 1]).map(i -> sorted[i]).findFirst()
                .orElse(-1);
    }

    private void write(int[] ranks) throws CDKException {
        order(ranks);
        String written = normalised(AS_ORDERED.create(graph));
        if (lowest == null || written.compareTo(lowest) < 0) {
            lowest = written;
            best = ranks;
        }
        tried++;
    }

    /** CDK writes {@code F/C=C/F} or {@code F\C=C\F} by the order of the bonds. */
    private static String normalised(String smiles) throws CDKException {
        if (smiles.indexOf('/') < 0 && smiles.indexOf('\\') < 0) {
            return smiles;
        }
        try {
            return Functions.normaliseDirectionalLabels(Graph.fromSmiles(smiles)).toSmiles();
        } catch (IOException e) {
            throw new CDKException(e.getMessage(), e);
        }
    }

    /** Puts atoms in the order of their ranks, bonds in the order that follows. */
    private void order(int[] ranks) {
        IAtom[] ordered = new IAtom[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            ordered[ranks[i]] = atoms[i];
        }
        graph.setAtoms(ordered);
        graph.setBonds(StreamSupport.stream(graph.bonds().spliterator(), false)
                .sorted(Comparator.comparingInt(CanonicalSmiles::lowerEnd).thenComparingInt(CanonicalSmiles::upperEnd))
                .toArray(IBond[]::new));
    }

    private static int lowerEnd(IBond bond) {
        return Math.min(bond.getBegin().getIndex(), bond.getEnd().getIndex());
    }

    private static int upperEnd(IBond bond) {
        return Math.max(bond.getBegin().getIndex(), bond.getEnd().getIndex());
    }

    /** Tells atoms of one rank apart by the ranks and bonds of their neighbours, as far as that goes. */
    private int[] refined(int[] ranks) {
        int[] current = ranks;
        for (int distinct = 0;;) {
            int[][] surroundings = new int[current.length][];
            for (int atom = 0; atom < current.length; atom++) {
                surroundings[atom] = surroundings(atom, current);
            }
            current = ranks(current.length, Comparator.comparing(atom -> surroundings[atom], Arrays::compare));
            int found = (int) IntStream.of(current).distinct().count();
            if (found == distinct) {
                return current;
            }
            distinct = found;
        }
    }

    private int[] surroundings(int atom, int[] ranks) {
        int[] seen = new int[neighbours[atom].length];
        for (int k = 0; k < seen.length; k++) {
            seen[k] = ranks[neighbours[atom][k]] * (AROMATIC + 1) + orders[atom][k];
        }
        Arrays.sort(seen);
        return IntStream.concat(IntStream.of(ranks[atom]), IntStream.of(seen)).toArray();
    }

    /** How many atoms come before each one; the same for atoms that are equal. */
    private static int[] ranks(int atoms, Comparator<Integer> comparator) {
        List<Integer> sorted = IntStream.range(0, atoms).boxed().sorted(comparator).toList();
        int[] ranks = new int[atoms];
        for (int i = 0; i < atoms; i++) {
            boolean tied = i > 0 && comparator.compare(sorted.get(i - 1), sorted.get(i)) == 0;
            ranks[sorted.get(i)] = tied ? ranks[sorted.get(i - 1)] : i;
        }
        return ranks;
    }
}
