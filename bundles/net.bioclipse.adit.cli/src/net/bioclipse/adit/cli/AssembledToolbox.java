package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;

/** The real parts, as the room {@code assembly} plugs them together. */
final class AssembledToolbox implements Toolbox {

    @Override
    public NeuralEngine engine() {
        return Workshop.engine();
    }

    @Override
    public StructureAssessor assessor(Set<Aspect> aspects) {
        return Workshop.assessor(aspects);
    }

    @Override
    public StructureFormats formats() {
        return Workshop.formats();
    }

    @Override
    public ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        return Workshop.assemble(draft, target);
    }

    @Override
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("adit", Versions.ADIT);
        versions.putAll(Workshop.versions());
        return versions;
    }
}
