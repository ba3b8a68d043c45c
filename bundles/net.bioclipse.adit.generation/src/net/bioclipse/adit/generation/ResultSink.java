package net.bioclipse.adit.generation;

import java.io.IOException;
import net.bioclipse.adit.structure.Assessment;

/** Takes the kept structures one by one, in the order of their numbers, from the working thread. */
public interface ResultSink {

    void accept(GeneratedStructure generated, Assessment assessment) throws IOException;
}
