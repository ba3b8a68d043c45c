package net.bioclipse.adit.cli;

import java.nio.file.Path;
import java.util.Map;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;

/** The parts that the room {@code assembly} plugs together. */
final class AssembledToolbox implements Toolbox {

    @Override
    public NeuralEngine engine() {
        throw missing();
    }

    @Override
    public StructureAssessor assessor() {
        throw missing();
    }

    @Override
    public StructureFormats formats() {
        return StructureFormats.BUILT_IN;
    }

    @Override
    public ModelPackage assemble(Path draft, Path target) {
        throw missing();
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("adit", Versions.ADIT);
    }

    private static IllegalRequestException missing() {
        return new IllegalRequestException("There is no engine in this build.");
    }
}
