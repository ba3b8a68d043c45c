package net.bioclipse.adit.ui.run;

import java.util.Locale;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.runs.GenerationRun;

/** What is said about runs. */
public final class RunTexts {

    private RunTexts() {
    }

    /** "Generating 20 molecules: molecules.sdf". */
    public static String title(GenerationRun run) {
        return "Generating " + structures(run.request().count(), run.request().kind()) + ": " + run.output().getFileName();
    }

    public static String structures(long count, StructureKind kind) {
        return count + " " + kind.word() + (count == 1 ? "" : "s");
    }

    /** "12 of 20 accepted, 31 refused, 1.4/s, 6 s left". */
    public static String progress(RunModel.Progress at) {
        String left = at.rate() > 0 ? duration((at.asked() - at.kept()) / at.rate()) + " left" : "time left not yet known";
        return String.format(Locale.ROOT, "%d of %d accepted, %d refused, %s/s, %s", at.kept(), at.asked(),
                at.drawn() - at.kept(), number(at.rate()), left);
    }

    /** One line at the end of a run. */
    public static String outcome(RunReport report) {
        String counts = String.format(Locale.ROOT, "%d of %d kept; %d drawn, %d valid, in %s", report.kept(), report.asked(),
                report.drawn(), report.valid(), duration(report.seconds()));
        return switch (report.state()) {
            case COMPLETE -> counts + ".";
            case CANCELLED -> "Stopped: " + counts + ".";
            case EXHAUSTED -> "The attempts are used up: " + counts + ". More attempts or looser wishes may help.";
        };
    }

    /** Three digits are enough for a rate. */
    public static String number(double rate) {
        return String.format(Locale.ROOT, rate >= 100 ? "%.0f" : rate >= 10 ? "%.1f" : "%.2f", rate);
    }

    /** "12 s", "3 min 05 s", "2 h 10 min". */
    public static String duration(double seconds) {
        long whole = Math.round(Math.max(0, seconds));
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
