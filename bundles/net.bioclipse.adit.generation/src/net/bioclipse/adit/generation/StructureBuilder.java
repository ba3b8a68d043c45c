package net.bioclipse.adit.generation;

import java.util.Optional;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;

/**
 * Makes structures of decoded arrays: the one step from numbers to chemistry. Numbers that are no structure are a result with
 * a reason, never an exception.
 */
final class StructureBuilder {

    /** Å; anything larger is not a structure of some hundred atoms and no file format could hold it. */
    private static final double LARGEST = 1000;
    static final double ANGSTROMS_PER_NANOMETRE = 10;

    /**
     * A structure or the reason why there is none.
     *
     * @param structure what was built, or empty
     * @param refusal   name of the check that failed, empty when there is a structure
     */
    record Outcome(Optional<AtomicStructure> structure, String refusal) {

        private static Outcome refused(String refusal) {
            return new Outcome(Optional.empty(), refusal);
        }
    }

    private final StructureKind kind;
    private final ElementChoice choice;

    StructureBuilder(StructureKind kind, ElementChoice choice) {
        this.kind = kind;
        this.choice = choice;
    }

    /** Structure {@code row} of the batch. */
    Outcome build(DecodedAtoms decoded, int row) {
        int n = decoded.atoms();
        float[] coordinates = kind == StructureKind.MOLECULE ? decoded.positions() : decoded.fractional();
        if (!decoded.hasFiniteLogits(row) || !DecodedAtoms.allFinite(coordinates, row * n * 3, n * 3)) {
            return Outcome.refused("finite numbers");
        }
        int[] types = choice.of(decoded, row);
        return kind == StructureKind.MOLECULE ? molecule(types, coordinates, row) : crystal(types, decoded, row);
    }

    private static Outcome molecule(int[] types, float[] positions, int row) {
        double[] angstroms = new double[types.length * 3];
        for (int i = 0; i < angstroms.length; i++) {
            angstroms[i] = ANGSTROMS_PER_NANOMETRE * positions[row * angstroms.length + i];
            if (Math.abs(angstroms[i]) > LARGEST) {
                return Outcome.refused("atoms within 1000 Å");
            }
        }
        return new Outcome(Optional.of(new Molecule(types, angstroms)), "");
    }

    private static Outcome crystal(int[] types, DecodedAtoms decoded, int row) {
        double[] fractional = new double[types.length * 3];
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] = wrapped(decoded.fractional()[row * fractional.length + i]);
        }
        return lattice(decoded.lattice(), row * 6, types.length)
                .map(lattice -> new Outcome(Optional.of(new Crystal(lattice, types, fractional)), ""))
                .orElse(Outcome.refused("possible cell"));
    }

    /** Into [0, 1): a tiny negative number would round up to 1 and goes to 0. */
    private static double wrapped(double fraction) {
        double wrapped = fraction - Math.floor(fraction);
        return wrapped < 1 ? wrapped : 0;
    }

    /** Cell of six raw numbers from the offset on (lengths by atoms^(1/3), radians), empty for an impossible one. */
    static Optional<Lattice> lattice(float[] raw, int offset, int atoms) {
        double[] cell = new double[6];
        for (int i = 0; i < 6; i++) {
            boolean length = i < 3;
            cell[i] = length ? raw[offset + i] * StrictMath.cbrt(atoms) : Math.toDegrees(raw[offset + i]);
            if (!(cell[i] > 0 && cell[i] < (length ? LARGEST : 180))) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(new Lattice(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
