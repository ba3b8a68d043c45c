package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.structure.io.StructureFormat;
import net.bioclipse.adit.structure.io.StructureReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./adit check --format json molecules.sdf}: reads structures and says which are chemically valid and why not. */
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Checks the structures of files, one line each and a summary.",
        footer = {"", "An invalid structure is a result, not an error: the exit code is 0 when every file was read to its"
                + " end.", "", "Example: adit check --format json molecules.sdf > report.json"})
final class CheckCommand implements Callable<Integer> {

    enum Format { text, json, csv }

    @Parameters(arity = "1..*", paramLabel = "FILE",
            description = "Files of structures; their suffix is the format: .sdf, .mol, .smi, .xyz, .extxyz, .cif")
    private List<Path> files;

    @Option(names = "--format", paramLabel = "text|json|csv", defaultValue = "text",
            description = "What to print (default: text); the summary of csv goes to standard error")
    private Format format;

    @Option(names = "--fail-on-invalid", description = "End with exit code 4 when a structure is invalid")
    private boolean failOnInvalid;

    private final Surroundings surroundings;
    private final Toolbox toolbox;
    private final CheckTally tally = new CheckTally();
    private final List<String> problems = new ArrayList<>();

    CheckCommand(Surroundings surroundings, Toolbox toolbox) {
        this.surroundings = surroundings;
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() {
        CheckReport report = switch (format) {
            case text -> new TextCheckReport(surroundings.out());
            case json -> new JsonCheckReport(surroundings.out());
            case csv -> new CsvCheckReport(surroundings.out(), surroundings.err());
        };
        report.begin();
        files.forEach(file -> check(file, report));
        report.end(tally, problems);
        surroundings.out().flush();
        problems.forEach(problem -> surroundings.err().println("adit: " + problem));
        if (!problems.isEmpty()) {
            return ExitCode.REFUSED;
        }
        return failOnInvalid && tally.valid() < tally.total() ? ExitCode.INVALID : ExitCode.DONE;
    }

    /** A file that cannot be read is a problem that is named at the end; the others are checked nevertheless. */
    private void check(Path file, CheckReport report) {
        int threads = Runtime.getRuntime().availableProcessors();
        try (OrderedAssessments assessments = new OrderedAssessments(toolbox.assessor(Set.of()), threads, (entry, assessment) -> {
            tally.add(assessment);
            report.add(new CheckedStructure(tally.total(), file.toString(), entry, assessment));
        })) {
            try {
                reader(file).read(surroundings.folder().resolve(file), assessments::add);
            } catch (IOException | IllegalRequestException e) {
                problems.add(FailureLine.of(e).text());
            }
            // What stands before the damage is a result too.
            assessments.finish();
        }
    }

    private StructureReader reader(Path file) {
        try {
            StructureFormat found = toolbox.formats().toRead(file);
            return found.reader().orElseThrow().get();
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
    }
}
