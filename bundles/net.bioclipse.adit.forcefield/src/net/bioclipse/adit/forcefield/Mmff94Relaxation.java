package net.bioclipse.adit.forcefield;

import com.actelion.research.chem.StereoMolecule;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.forcefield.LimitedMemoryBfgs.Descent;
import net.bioclipse.adit.forcefield.LimitedMemoryBfgs.End;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;

/**
 * Relaxation by the force field {@link Mmff94}, in this process. Bonds are those perceived before: they stretch but cannot
 * break, so a structure that is no molecule is not made one. Ends at a point without forces; from an exactly flat or
 * straight start that can be a saddle.
 */
public final class Mmff94Relaxation implements Relaxation {

    private final Duration limit;

    /** @param limit wall time for one molecule */
    public Mmff94Relaxation(Duration limit) {
        this.limit = limit;
    }

    @Override
    public Relaxed relax(Molecule molecule, Assessment perceived, BooleanSupplier cancelled) {
        long begun = System.nanoTime();
        Mmff94 field;
        try {
            field = Mmff94.of(molecule, perceived.bonds(), perceived.charges());
        } catch (UntypedMoleculeException e) {
            return Relaxed.without(State.NOT_ASSESSABLE, e.getMessage());
        }
        double before = field.energy();
        if (!Double.isFinite(before)) {
            return Relaxed.without(State.FAILED, "it has no energy: atoms lie on each other");
        }
        Descent descent = field.descend(
                () -> cancelled.getAsBoolean() || System.nanoTime() - begun > limit.toNanos());
        if (descent.end() == End.STOPPED) {
            return cancelled.getAsBoolean() ? Relaxed.without(State.CANCELLED, "")
                    : Relaxed.without(State.TIMED_OUT, "longer than " + limit.toSeconds() + " s");
        }
        return new Relaxed(descent.end() == End.AT_MINIMUM ? State.RELAXED : State.NOT_CONVERGED,
                Optional.of(field.at(descent.positions())), before, descent.energy(), "");
    }

    @Override
    public String description() {
        String version = StereoMolecule.class.getPackage().getImplementationVersion();
        return "MMFF94, OpenChemLib" + (version == null ? "" : " " + version);
    }
}
