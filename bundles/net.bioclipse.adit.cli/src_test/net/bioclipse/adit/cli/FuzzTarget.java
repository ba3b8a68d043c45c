package net.bioclipse.adit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * One reader that hostile files are given to.
 *
 * @param name     for reports
 * @param fileName how a file of this kind is called
 * @param good     files that it reads to their end
 * @param reader   reads one
 * @param declared the exceptions that may come out, with a sentence for the user; every other one is a defect
 */
record FuzzTarget(String name, String fileName, List<byte[]> good, Reader reader,
        Set<Class<? extends Exception>> declared) {

    /** Reads a file and does with its content what the program would do. */
    interface Reader {
        void read(Path file) throws Exception;
    }
}
