package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.assembly.WorkshopParts;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.structure.SymmetryFinder;

/** The real parts, as the room {@code assembly} plugs them together. */
final class AssembledToolbox extends WorkshopParts implements Toolbox {

    AssembledToolbox() {
        super(Versions.ADIT);
    }

    @Override
    public Relaxation forceField(Duration limit) {
        return Workshop.forceField(limit);
    }

    @Override
    public Relaxation xtb(String program, Duration limit) throws IOException {
        return Workshop.xtb(program, limit);
    }

    @Override
    public SymmetryFinder symmetry() {
        return Workshop.symmetry();
    }

    @Override
    public void index(Path training, Path index) throws IOException {
        Workshop.known().write(training, index, records -> true);
    }

    @Override
    public ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        return Workshop.assemble(draft, target);
    }
}
