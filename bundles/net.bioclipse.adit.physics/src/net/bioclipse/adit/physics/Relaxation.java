package net.bioclipse.adit.physics;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.structure.Molecule;

/** Moves the atoms of molecules downhill to the nearest minimum of the energy. Implementations are safe for several threads. */
public interface Relaxation {

    /** How a relaxation ended; only of the first two there are an energy and a structure. */
    enum State {
        /** At a minimum. */
        RELAXED,
        /** Downhill, but not at a minimum within the program's steps. */
        NOT_CONVERGED,
        /** The program could not compute this molecule. */
        FAILED,
        TIMED_OUT,
        CANCELLED
    }

    /**
     * What came of one molecule.
     *
     * @param state        how it ended
     * @param structure    the last positions, in the order of the atoms; empty when there are none
     * @param energyBefore total energy in hartree, NaN when there is none
     * @param energyAfter  total energy in hartree, NaN when there is none
     * @param message      what the program said when it failed, one line; else empty
     */
    record Relaxed(State state, Optional<Molecule> structure, double energyBefore, double energyAfter, String message) {
    }

    /**
     * Relaxes one molecule as a closed shell.
     *
     * @param charge    total charge in elementary charges
     * @param cancelled asked several times a second; true ends the work soon
     * @throws IOException when the program cannot be run at all, with a sentence for the user
     */
    Relaxed relax(Molecule molecule, int charge, BooleanSupplier cancelled) throws IOException;

    /** Program, version and method for records: "xtb 6.5.1, GFN2-xTB". */
    String description();
}
