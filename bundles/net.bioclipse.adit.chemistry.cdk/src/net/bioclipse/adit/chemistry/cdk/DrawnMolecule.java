package net.bioclipse.adit.chemistry.cdk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * A molecule known by its bonds alone, as a SMILES or a drawing gives it, its implied hydrogens included. It is judged as it
 * stands, by the same valence states as a perceived one; nothing can be said about clashes.
 */
final class DrawnMolecule implements Supplier<Assessment> {

    /** More than any atom binds. */
    private static final int MOST_HYDROGENS = 16;

    private final IAtomContainer graph;
    private final Molecule molecule;
    private final List<Finding> findings = new ArrayList<>();
    private final boolean complete;

    /**
     * @param graph as read, the number of implied hydrogens set on every atom where the format tells it
     * @throws IllegalArgumentException when it has no atom or one that is no element
     */
    DrawnMolecule(IAtomContainer graph) {
        this.graph = graph;
        this.complete = StreamSupport.stream(graph.atoms().spliterator(), false)
                .allMatch(atom -> atom.getImplicitHydrogenCount() != null);
        if (complete) {
            checkHydrogens(graph);
            AtomContainerManipulator.convertImplicitToExplicitHydrogens(graph);
        }
        int[] elements = new int[graph.getAtomCount()];
        for (int i = 0; i < elements.length; i++) {
            Integer number = graph.getAtom(i).getAtomicNumber();
            if (number == null || number == 0) {
                throw new IllegalArgumentException("atom " + (i + 1) + " is no element");
            }
            elements[i] = number;
        }
        molecule = new Molecule(elements, new double[3 * elements.length]);
    }

    /** A number in a file must not become that many atoms. */
    private static void checkHydrogens(IAtomContainer graph) {
        for (int i = 0; i < graph.getAtomCount(); i++) {
            int hydrogens = graph.getAtom(i).getImplicitHydrogenCount();
            if (hydrogens < 0 || hydrogens > MOST_HYDROGENS) {
                throw new IllegalArgumentException("atom " + (i + 1) + " has " + hydrogens + " hydrogens");
            }
        }
    }

    Entry entry(String name) {
        return new Entry(molecule, name, Optional.of(this));
    }

    @Override
    public synchronized Assessment get() {
        findings.clear();
        Map<String, Object> properties = CdkMoleculeAssessor.compositionOf(molecule);
        properties.put("charge", Arrays.stream(charges()).sum());
        Optional<String> identity = Optional.empty();
        boolean told = elements() && bondOrders();
        if (told) {
            states();
            int parts = Fragments.label(new int[molecule.atomCount()], bonds().stream()
                    .map(bond -> new int[] {bond.first(), bond.second()}).toList());
            check("connected", parts == 1 ? "" : parts + " separate parts");
            identity = GraphChecks.apply(graph, findings, properties);
        }
        return new Assessment(findings, told ? bonds() : List.of(), charges(), properties, identity);
    }

    private void check(String name, String failure) {
        findings.add(new Finding(name, failure.isEmpty(), failure));
    }

    private boolean elements() {
        Optional<String> failure = Perception.notAssessable(molecule);
        check("elements", failure.orElse(""));
        return failure.isEmpty();
    }

    /** Whether every bond order and hydrogen count is told. */
    private boolean bondOrders() {
        boolean told = complete;
        for (IBond bond : graph.bonds()) {
            told &= bond.getAtomCount() == 2 && bond.getOrder() != null && bond.getOrder().numeric() >= 1
                    && bond.getOrder().numeric() <= 3;
        }
        if (!told) {
            check("valence", "not assessable: bond orders or hydrogens are left open (aromatic or query bonds)");
        }
        return told;
    }

    private void states() {
        List<String> surplus = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        List<String> charged = new ArrayList<>();
        for (IAtom atom : graph.atoms()) {
            judge(atom, surplus, missing, charged);
        }
        int total = Arrays.stream(charges()).sum();
        if (total != 0) {
            charged.add("the total charge is " + Labels.signed(total));
        }
        check("valence", LewisDefects.joined(surplus).orElse(""));
        check("radical", LewisDefects.joined(missing).orElse(""));
        check("charge", LewisDefects.joined(charged).orElse(""));
    }

    private void judge(IAtom atom, List<String> surplus, List<String> missing, List<String> charged) {
        int used = 0;
        for (IBond bond : atom.bonds()) {
            used += bond.getOrder().numeric();
        }
        int valence = used;
        int[] around = StreamSupport.stream(atom.bonds().spliterator(), false)
                .mapToInt(bond -> bond.getOther(atom).getAtomicNumber()).toArray();
        int charge = charge(atom);
        List<ValenceState> states = ValenceState.of(atom.getAtomicNumber()).stream()
                .filter(state -> state.charge() == charge).toList();
        if (states.stream().anyMatch(state -> state.valence() == valence && state.neighbours().allow(around))) {
            return;
        }
        String who = Labels.atom(molecule, atom.getIndex());
        if (states.isEmpty()) {
            charged.add(who + " with a charge of " + Labels.signed(charge) + " has no closed shell here");
            return;
        }
        int expected = states.stream().mapToInt(ValenceState::valence).filter(v -> v >= valence).findFirst()
                .orElse(states.get(states.size() - 1).valence());
        (expected >= valence ? missing : surplus).add(who + " has " + valence + " of " + expected + " valences");
    }

    private List<Bond> bonds() {
        List<Bond> bonds = new ArrayList<>();
        for (IBond bond : graph.bonds()) {
            bonds.add(new Bond(bond.getBegin().getIndex(), bond.getEnd().getIndex(), bond.getOrder().numeric()));
        }
        return bonds;
    }

    private int[] charges() {
        return StreamSupport.stream(graph.atoms().spliterator(), false).mapToInt(DrawnMolecule::charge).toArray();
    }

    private static int charge(IAtom atom) {
        return atom.getFormalCharge() == null ? 0 : atom.getFormalCharge();
    }
}
