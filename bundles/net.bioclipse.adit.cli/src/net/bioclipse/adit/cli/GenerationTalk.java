package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.RunRecord;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.runs.GenerationFiles;

/** What a run says: what it begins with, how it goes on, what came out of it and, if too little, what would help. */
final class GenerationTalk {

    private final Surroundings surroundings;
    private final boolean quiet;
    private final GenerationRequest request;
    private final Path output;

    GenerationTalk(Surroundings surroundings, boolean quiet, GenerationRequest request, Path output) {
        this.surroundings = surroundings;
        this.quiet = quiet;
        this.request = request;
        this.output = output;
    }

    void modelChanged(RunRecord earlier) {
        say("The record was made by model '" + earlier.model() + "' with the checksum "
                + abbreviated(earlier.modelChecksum()) + "; the model has changed since, so the structures will differ.");
    }

    void begin(String model, String device) {
        say(model + " on " + device + ": " + structures(request.count()) + ", seed " + request.seed() + ", to " + output);
    }

    ProgressDisplay progress() {
        return new ProgressDisplay(surroundings.err(), surroundings.terminal(), surroundings.nanos());
    }

    /** @return the exit code */
    int end(RunReport report) {
        if (!quiet) {
            summary(report).forEach(line -> surroundings.out().print(line + "\n"));
            surroundings.out().flush();
        }
        return switch (report.state()) {
            case COMPLETE -> ExitCode.DONE;
            case CANCELLED -> {
                error("Stopped after " + report.kept() + " of " + structures(report.asked()) + "; " + kept(report));
                yield ExitCode.CANCELLED;
            }
            case EXHAUSTED -> {
                error("Only " + report.kept() + " of " + structures(report.asked()) + " could be had in "
                        + report.drawn() + " attempts (acceptance rate " + acceptance(report) + "); " + kept(report)
                        + " More --attempts may help" + looser() + ".");
                yield ExitCode.NOT_ENOUGH;
            }
        };
    }

    private List<String> summary(RunReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "asked %d, drawn %d, decoded %d, valid %d%s, unique %d%s, kept %d", report.asked(),
                report.drawn(), report.decoded(), report.valid(), counted("plausible", report.plausible()), report.unique(),
                counted("novel", report.novel()), report.kept()));
        if (!report.refusals().isEmpty()) {
            lines.add("refused: " + TextCheckReport.counts(report.refusals()));
        }
        lines.add(String.format(Locale.ROOT, "acceptance rate %s, %.1f s, %s structures/s, %s, seed %d", acceptance(report),
                report.seconds(), ProgressDisplay.number(report.kept() / Math.max(report.seconds(), 1e-3)), report.device(),
                request.seed()));
        if (report.kept() > 0) {
            lines.add("written: " + output + ", " + GenerationFiles.record(output));
        }
        return lines;
    }

    private static String counted(String what, OptionalLong count) {
        return count.isPresent() ? ", " + what + " " + count.getAsLong() : "";
    }

    private String kept(RunReport report) {
        return report.kept() == 0 ? "nothing was written." : "kept in " + output + ".";
    }

    private String looser() {
        List<String> tight = new ArrayList<>();
        request.formula().ifPresent(formula -> tight.add("--formula"));
        if (!request.elements().isEmpty()) {
            tight.add("--elements");
        }
        request.atoms().ifPresent(atoms -> tight.add("--atoms"));
        GenerationParameters.lists().stream().map(parameter -> "--" + parameter.name())
                .filter(option -> GenerationParameters.texts(request).containsKey(option.substring(2))).forEach(tight::add);
        if (request.keep() != GenerationRequest.Keep.ALL) {
            tight.add("--keep");
        }
        return tight.isEmpty() ? "" : ", or a looser " + String.join(", ", tight);
    }

    private String structures(long count) {
        return count + " " + request.kind().word() + (count == 1 ? "" : "s");
    }

    /** Share of the drawn structures that were kept. */
    private static String acceptance(RunReport report) {
        return TextCheckReport.percent(report.kept(), report.drawn());
    }

    static String abbreviated(String checksum) {
        return checksum.substring(0, Math.min(12, checksum.length()));
    }

    private void say(String line) {
        if (!quiet) {
            print(line);
        }
    }

    private void error(String line) {
        print("adit: " + line);
    }

    private void print(String line) {
        PrintStream err = surroundings.err();
        err.println(line);
        err.flush();
    }
}
