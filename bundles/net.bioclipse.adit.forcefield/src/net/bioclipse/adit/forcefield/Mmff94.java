package net.bioclipse.adit.forcefield;

import com.actelion.research.chem.StereoMolecule;
import com.actelion.research.chem.forcefield.mmff.AngleBend;
import com.actelion.research.chem.forcefield.mmff.BadAtomTypeException;
import com.actelion.research.chem.forcefield.mmff.BadRingAromException;
import com.actelion.research.chem.forcefield.mmff.BondStretch;
import com.actelion.research.chem.forcefield.mmff.Electrostatic;
import com.actelion.research.chem.forcefield.mmff.EnergyTerm;
import com.actelion.research.chem.forcefield.mmff.ForceFieldMMFF94;
import com.actelion.research.chem.forcefield.mmff.MMFFMolecule;
import com.actelion.research.chem.forcefield.mmff.OutOfPlane;
import com.actelion.research.chem.forcefield.mmff.Separation;
import com.actelion.research.chem.forcefield.mmff.StretchBend;
import com.actelion.research.chem.forcefield.mmff.Tables;
import com.actelion.research.chem.forcefield.mmff.TorsionAngle;
import com.actelion.research.chem.forcefield.mmff.VanDerWaals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bioclipse.adit.forcefield.LimitedMemoryBfgs.Descent;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/**
 * The energy of one molecule by the Merck molecular force field (MMFF94; Halgren 1996, J. Comput. Chem. 17, 490), all seven
 * terms, no cutoff, in vacuum. Atom types, parameters and terms are OpenChemLib's; its own minimiser is not used, because it
 * draws random numbers and keeps a matrix of all coordinates.
 *
 * <p>Limits: what MMFF94 has types for (H, C, N, O, F, Si, P, S, Cl, Br, I and some ions), closed shells, at most
 * {@value #MOST_ATOMS} atoms, since every pair of atoms is a term.
 */
final class Mmff94 implements EnergySurface {

    static final int MOST_ATOMS = 1000;

    /** Root mean square of the gradient that counts as a minimum, kcal/mol/Å: the energy is then right to some 0.01. */
    private static final double AT_REST = 0.01;
    private static final int MOST_STEPS = 5000;
    private static final Set<Integer> ELEMENTS =
            Set.of(1, 3, 6, 7, 8, 9, 11, 12, 14, 15, 16, 17, 19, 20, 26, 29, 30, 35, 53);

    private static final int[] ORDERS = {StereoMolecule.cBondTypeSingle, StereoMolecule.cBondTypeDouble,
        StereoMolecule.cBondTypeTriple};

    /** Read when the first molecule is typed. */
    private static final class Parameters {

        static final Tables TABLES = Tables.newMMFF94(ForceFieldMMFF94.MMFF94);
    }

    private final Molecule molecule;
    /** Where the library, which puts hydrogens last, has each atom. */
    private final int[] places;
    private final List<EnergyTerm> terms = new ArrayList<>();

    private Mmff94(Molecule molecule, MMFFMolecule typed) {
        this.molecule = molecule;
        places = typed.getHydrogenMap();
        Tables tables = Parameters.TABLES;
        Separation separation = new Separation(typed);
        terms.addAll(BondStretch.findIn(tables, typed));
        terms.addAll(AngleBend.findIn(tables, typed));
        terms.addAll(StretchBend.findIn(tables, typed));
        terms.addAll(OutOfPlane.findIn(tables, typed));
        terms.addAll(TorsionAngle.findIn(tables, typed));
        terms.addAll(VanDerWaals.findIn(tables, typed, separation, Double.POSITIVE_INFINITY));
        terms.addAll(Electrostatic.findIn(tables, typed, separation, Double.POSITIVE_INFINITY, false, 1));
    }

    /**
     * Finds types and parameters.
     *
     * @param bonds   with orders, every hydrogen an atom
     * @param charges formal charge of each atom
     * @throws UntypedMoleculeException with the reason when MMFF94 does not describe the molecule
     */
    static Mmff94 of(Molecule molecule, List<Bond> bonds, int[] charges) throws UntypedMoleculeException {
        if (charges.length != molecule.atomCount()) {
            throw new UntypedMoleculeException("its bonds and charges could not be perceived");
        }
        if (molecule.atomCount() > MOST_ATOMS) {
            throw new UntypedMoleculeException(molecule.atomCount() + " atoms, at most " + MOST_ATOMS + " are taken");
        }
        for (int i = 0; i < charges.length; i++) {
            if (!ELEMENTS.contains(molecule.atomicNumber(i))) {
                throw new UntypedMoleculeException("MMFF94 has no type for " + Labels.atom(molecule, i));
            }
        }
        try {
            return new Mmff94(molecule, new MMFFMolecule(graph(molecule, bonds, charges)));
        } catch (BadAtomTypeException e) {
            throw new UntypedMoleculeException("MMFF94 has no type for one of its atoms");
        } catch (BadRingAromException e) {
            throw new UntypedMoleculeException("MMFF94 cannot tell which of its rings are aromatic");
        } catch (RuntimeException e) {
            // What the library meets in molecules that nobody tried is its exception, and says nothing to a chemist.
            throw new UntypedMoleculeException("MMFF94 has no parameters for it");
        }
    }

    private static StereoMolecule graph(Molecule molecule, List<Bond> bonds, int[] charges) {
        StereoMolecule graph = new StereoMolecule(molecule.atomCount(), bonds.size());
        double[] xyz = molecule.positions();
        for (int i = 0; i < molecule.atomCount(); i++) {
            graph.addAtom(molecule.atomicNumber(i));
            graph.setAtomCharge(i, charges[i]);
            graph.setAtomX(i, xyz[3 * i]);
            graph.setAtomY(i, xyz[3 * i + 1]);
            graph.setAtomZ(i, xyz[3 * i + 2]);
        }
        bonds.forEach(bond -> graph.addBond(bond.first(), bond.second(), ORDERS[bond.order() - 1]));
        return graph;
    }

    @Override
    public double energy(double[] positions, double[] gradient) {
        Arrays.fill(gradient, 0);
        double energy = 0;
        for (EnergyTerm term : terms) {
            energy += term.getEnergy(positions);
            term.getGradient(positions, gradient);
        }
        return energy;
    }

    /** Of the molecule as it is, in kcal/mol; not finite where atoms lie on each other. */
    double energy() {
        double[] start = start();
        return energy(start, new double[start.length]);
    }

    /** Goes from the molecule's positions to the nearest minimum; {@code stop} is asked before each step. */
    Descent descend(BooleanSupplier stop) {
        return LimitedMemoryBfgs.descend(this, start(), AT_REST, MOST_STEPS, stop);
    }

    /** The molecule's positions in the library's order. */
    double[] start() {
        double[] positions = molecule.positions();
        double[] start = new double[positions.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(positions, 3 * i, start, 3 * places[i], 3);
        }
        return start;
    }

    /** The same atoms at positions in the library's order. */
    Molecule at(double[] ordered) {
        double[] positions = new double[ordered.length];
        for (int i = 0; i < places.length; i++) {
            System.arraycopy(ordered, 3 * places[i], positions, 3 * i, 3);
        }
        return new Molecule(molecule.atomicNumbers(), positions);
    }

    /**
     * The bond, angle, torsion or contact whose energy falls most between two sets of positions, in a few words; empty when
     * none falls.
     */
    String mostRelieved(double[] before, double[] after) {
        String words = "";
        double most = 0;
        for (EnergyTerm term : terms) {
            double fall = term.getEnergy(before) - term.getEnergy(after);
            if (fall > most && !atoms(term).isEmpty()) {
                most = fall;
                words = atoms(term) + " by " + Labels.decimals(fall, 1) + " kcal/mol";
            }
        }
        return words;
    }

    /** Empty for terms that a chemist would not name. */
    private String atoms(EnergyTerm term) {
        if (term instanceof BondStretch bond) {
            return "bond " + labels("–", bond.a1, bond.a2);
        } else if (term instanceof AngleBend angle) {
            return "angle " + labels("–", angle.a1, angle.a2, angle.a3);
        } else if (term instanceof TorsionAngle torsion) {
            return "torsion " + labels("–", torsion.a1, torsion.a2, torsion.a3, torsion.a4);
        } else if (term instanceof VanDerWaals contact) {
            return "contact " + labels("···", contact.a1, contact.a2);
        }
        return "";
    }

    private String labels(String between, int... ordered) {
        return IntStream.of(ordered).mapToObj(place -> Labels.atom(molecule,
                IntStream.range(0, places.length).filter(i -> places[i] == place).findFirst().orElseThrow()))
                .collect(Collectors.joining(between));
    }
}
