package net.bioclipse.adit.runs;

import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureFormats;

/** What a run works with, asked for when needed so that nothing loads a toolkit or a native library that is not used. */
public interface RunParts {

    NeuralEngine engine();

    /** @param aspects what to look at beside validity */
    StructureAssessor assessor(Set<Aspect> aspects);

    StructureFormats formats();

    /** Program → version, for run records. */
    Map<String, String> versions();
}
