package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.runs.RunParts;
import net.bioclipse.adit.structure.SymmetryFinder;

/** What the commands work with, asked for when needed so that {@code --version} loads neither CDK nor ONNX Runtime. */
interface Toolbox extends RunParts {

    /** Relaxes molecules by a force field, each within a limit of wall time. */
    Relaxation forceField(Duration limit);

    /**
     * Relaxes molecules with the program xtb.
     *
     * @param program its name or file
     * @param limit   wall time for one molecule
     * @throws IOException with a sentence that says how to get it, when it is not there
     */
    Relaxation xtb(String program, Duration limit) throws IOException;

    /** Finds the space groups of crystals that are to be written with them. */
    SymmetryFinder symmetry();

    /**
     * Indexes training data for a model package, see {@code models index}.
     *
     * @throws IllegalArgumentException with a sentence for the user when the names do not say what is meant
     */
    void index(Path training, Path index) throws IOException;

    /** Makes a model package of a draft, see {@code models assemble}. */
    ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException;
}
