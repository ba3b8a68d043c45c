package net.bioclipse.adit.cli;

import java.io.IOException;
import java.time.Duration;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.physics.Relaxation;
import picocli.CommandLine.Option;

/** How molecules are relaxed: the same options for {@code relax} and {@code check --relax}. */
final class RelaxationOptions {

    enum Method { mmff94, xtb }

    @Option(names = "--method", paramLabel = "mmff94|xtb", defaultValue = "mmff94",
            description = "mmff94: force field, needs nothing installed; xtb: GFN2-xTB by the program xtb (default: mmff94)")
    private Method method;

    @Option(names = "--program", paramLabel = "xtb|FILE",
            description = "The program of --method xtb, by its name or file (default: xtb)")
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
        if (program != null && method != Method.xtb) {
            throw new IllegalRequestException("'program' is '" + program + "', but the method " + method
                    + " runs no program; right would be --method xtb beside it.");
        }
        Duration limit = Duration.ofSeconds(seconds);
        return method == Method.mmff94 ? toolbox.forceField(limit) : toolbox.xtb(program == null ? "xtb" : program, limit);
    }
}
