package net.bioclipse.adit.cli;

import java.io.IOException;
import java.time.Duration;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.physics.Relaxation;
import picocli.CommandLine.Option;

/** How molecules are relaxed: the same options for {@code relax} and {@code check --relax}. */
final class RelaxationOptions {

    @Option(names = "--program", paramLabel = "xtb|FILE", defaultValue = "xtb",
            description = "Program that relaxes: xtb by its name or file (default: xtb)")
    private String program;

    @Option(names = "--time-limit", paramLabel = "SECONDS", defaultValue = "300",
            description = "Wall time for one molecule (default: 300)")
    private long seconds;

    /** @throws IOException when the program is not there, with a hint */
    Relaxation open(Toolbox toolbox) throws IOException {
        if (seconds < 1 || seconds > 1_000_000) {
            throw new IllegalRequestException("'time-limit' is '" + seconds
                    + "'; right would be a whole number of seconds from 1 to 1000000.");
        }
        return toolbox.relaxation(program, Duration.ofSeconds(seconds));
    }

    String program() {
        return program;
    }
}
