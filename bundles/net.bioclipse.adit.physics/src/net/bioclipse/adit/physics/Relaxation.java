package net.bioclipse.adit.physics;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;

/**
 * Moves the atoms of molecules downhill to the nearest minimum of the energy. The energy never rises by it, and the same
 * molecule ends the same way. Implementations are safe for several threads.
 */
public interface Relaxation {

    /** How a relaxation ended; only of the first two there are an energy and a structure. */
    enum State {
        /** At a minimum. */
        RELAXED,
        /** Downhill, but not at a minimum within the method's steps. */
        NOT_CONVERGED,
        /** The method does not describe such a molecule. */
        NOT_ASSESSABLE,
        /** The method should describe this molecule, but its computation failed. */
        FAILED,
        TIMED_OUT,
        CANCELLED
    }

    /**
     * What came of one molecule.
     *
     * @param state        how it ended
     * @param structure    the last positions, in the order of the atoms; empty when there are none
     * @param energyBefore by the method's own zero, in kcal/mol; NaN when there is none
     * @param energyAfter  likewise
     * @param message      why there is no structure, one line; else empty
     */
    record Relaxed(State state, Optional<Molecule> structure, double energyBefore, double energyAfter, String message) {

        /** A result without a structure. */
        public static Relaxed without(State state, String message) {
            return new Relaxed(state, Optional.empty(), Double.NaN, Double.NaN, message);
        }
    }

    /**
     * Relaxes one molecule as a closed shell.
     *
     * @param perceived what was found about it: its bonds, and its charges, which add up to the total charge
     * @param cancelled asked several times a second; true ends the work soon
     * @throws IOException when the program cannot be run at all, with a sentence for the user
     */
    Relaxed relax(Molecule molecule, Assessment perceived, BooleanSupplier cancelled) throws IOException;

    /** Method, program and version for records: "GFN2-xTB, xtb 6.5.1". */
    String description();
}
