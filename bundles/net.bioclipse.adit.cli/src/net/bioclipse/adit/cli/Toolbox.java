package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;

/** What the commands work with, asked for when needed so that {@code --version} loads neither CDK nor ONNX Runtime. */
interface Toolbox {

    NeuralEngine engine();

    /** @param aspects what to look at beside validity */
    StructureAssessor assessor(Set<Aspect> aspects);

    StructureFormats formats();

    /** Makes a model package of a draft, see {@code models assemble}. */
    ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException;

    /** Program → version, for run records. */
    Map<String, String> versions();
}
