package net.bioclipse.adit.assembly;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import net.bioclipse.adit.physics.Relaxation;
import org.junit.jupiter.api.BeforeAll;

/** The installed program; left out where there is none. */
class XtbProgramTest extends RelaxationContract {

    @BeforeAll
    static void findProgram() {
        boolean there = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "xtb")));
        assumeTrue(there, "xtb is not installed: its part of the tests is left out");
    }

    @Override
    Relaxation relaxation() throws IOException {
        return Workshop.xtb("xtb", Duration.ofMinutes(5));
    }
}
