package net.bioclipse.adit.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.runs.RunParts;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.known.IndexingProgress;
import net.bioclipse.adit.structure.known.KnownStructures;

/** The parts of {@link Workshop} as a run takes them. */
public class WorkshopParts implements RunParts {

    private final String version;

    /** @param version of the program, for run records */
    public WorkshopParts(String version) {
        this.version = version;
    }

    @Override
    public NeuralEngine engine() {
        return Workshop.engine();
    }

    @Override
    public StructureAssessor assessor(Set<Aspect> aspects) {
        return Workshop.assessor(aspects);
    }

    @Override
    public Refinement relaxation(Set<Aspect> aspects) {
        return Workshop.refinement(aspects);
    }

    @Override
    public Sameness sameness() {
        return Workshop.sameness();
    }

    @Override
    public StructureFormats formats() {
        return Workshop.formats();
    }

    @Override
    public StructureFilter filter(List<String> included, List<String> excluded) {
        return Workshop.filter(included, excluded);
    }

    @Override
    public Optional<KnownStructures> known(Path file, IndexingProgress progress) throws IOException {
        return Workshop.known().open(file, progress);
    }

    @Override
    public Optional<KnownStructures> training(ModelPackage model) throws IOException {
        return Workshop.training(model);
    }

    @Override
    public Depictor depictor() {
        return Workshop.depictor();
    }

    @Override
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("adit", version);
        versions.putAll(Workshop.versions());
        return versions;
    }
}
