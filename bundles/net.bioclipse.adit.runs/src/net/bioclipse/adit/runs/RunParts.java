package net.bioclipse.adit.runs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.generation.EqualIdentities;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.known.IndexingProgress;
import net.bioclipse.adit.structure.known.KnownStructures;

/** What a run works with, asked for when needed so that nothing loads a toolkit or a native library that is not used. */
public interface RunParts {

    NeuralEngine engine();

    /** @param aspects what to look at beside validity */
    StructureAssessor assessor(Set<Aspect> aspects);

    /**
     * Relaxes valid molecules by the force field MMFF94.
     *
     * @param aspects what to look at in the relaxed ones beside validity
     */
    Refinement relaxation(Set<Aspect> aspects);

    /** Tells repeated structures of one run; by equal identities where nothing better is known. */
    default Sameness sameness() {
        return new EqualIdentities();
    }

    StructureFormats formats();

    /**
     * Keeps molecules by their substructures.
     *
     * @param included SMARTS, all must be there
     * @param excluded SMARTS, none may be there
     * @throws IllegalArgumentException with a sentence for the user when a pattern is wrong
     */
    StructureFilter filter(List<String> included, List<String> excluded);

    /**
     * The structures of a file or folder; empty when {@code progress} stopped its indexing.
     *
     * @throws IOException with a sentence for the user
     */
    Optional<KnownStructures> known(Path file, IndexingProgress progress) throws IOException;

    /** What a model was trained on; empty when its package does not say. */
    Optional<KnownStructures> training(ModelPackage model) throws IOException;

    /** Draws the molecules of reports. */
    Depictor depictor();

    /** Program → version, for run records. */
    Map<String, String> versions();
}
