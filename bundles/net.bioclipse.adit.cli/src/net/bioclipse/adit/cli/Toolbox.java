package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.runs.RunParts;

/** What the commands work with, asked for when needed so that {@code --version} loads neither CDK nor ONNX Runtime. */
interface Toolbox extends RunParts {

    /** Makes a model package of a draft, see {@code models assemble}. */
    ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException;
}
