package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.XtbRelaxation;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.known.IndexingProgress;
import net.bioclipse.adit.structure.known.KnownStructures;

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
    public Sameness sameness() {
        return Workshop.sameness();
    }

    @Override
    public Relaxation relaxation(String program, Duration limit) throws IOException {
        return XtbRelaxation.find(program, limit);
    }

    @Override
    public StructureFormats formats() {
        return Workshop.formats();
    }

    @Override
    public SymmetryFinder symmetry() {
        return Workshop.symmetry();
    }

    @Override
    public ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        return Workshop.assemble(draft, target);
    }

    @Override
    public StructureFilter filter(List<String> included, List<String> excluded) {
        return Workshop.filter(included, excluded);
    }

    @Override
    public Optional<KnownStructures> known(Path file, IndexingProgress progress) throws IOException {
        return Workshop.known(file, progress);
    }

    @Override
    public Optional<KnownStructures> trainingMolecules(ModelPackage model) throws IOException {
        return Workshop.trainingMolecules(model);
    }

    @Override
    public Depictor depictor() {
        return Workshop.depictor();
    }

    @Override
    public Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("adit", Versions.ADIT);
        versions.putAll(Workshop.versions());
        return versions;
    }
}
