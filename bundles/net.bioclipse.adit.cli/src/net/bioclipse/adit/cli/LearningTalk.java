package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.finetuning.Comparison;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.finetuning.TrainingProgress;
import net.bioclipse.adit.finetuning.TuningControl;

/** What fine-tuning says: each part of the work, losses and time left while it trains, figures before and after. */
final class LearningTalk implements TuningControl {

    private static final long NANOS = 1_000_000_000L;
    private static final long LINE_PAUSE = 10 * NANOS;

    private final Surroundings surroundings;
    private final boolean quiet;
    private final BooleanSupplier cancelled;
    private ProgressDisplay display;
    private long shown = Long.MIN_VALUE;
    private int drawn;

    LearningTalk(Surroundings surroundings, boolean quiet, BooleanSupplier cancelled) {
        this.surroundings = surroundings;
        this.quiet = quiet;
        this.cancelled = cancelled;
        display = display();
    }

    @Override
    public boolean isCancelled() {
        return cancelled.getAsBoolean();
    }

    @Override
    public void begins(String what) {
        clear();
        display = display();
        say(what);
    }

    @Override
    public void progress(long done, long total, String what) {
        if (!quiet && total > 0) {
            display.show(done, total, what);
        }
    }

    @Override
    public void training(TrainingProgress p) {
        long now = surroundings.nanos().getAsLong();
        if (quiet || !surroundings.terminal() && shown != Long.MIN_VALUE && now - shown < LINE_PAUSE) {
            return;
        }
        shown = now;
        String line = line(p);
        PrintStream err = surroundings.err();
        if (surroundings.terminal()) {
            err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
            drawn = line.length();
        } else {
            err.println(line);
        }
        err.flush();
    }

    static String line(TrainingProgress p) {
        return String.format(Locale.ROOT, "%s step %d, epoch %.1f, loss %s%s%s", p.stage(), p.step(), p.epoch(),
                loss(p.trainLoss()), p.validationLoss().isPresent()
                        ? " (validation " + loss(p.validationLoss().getAsDouble()) + ")" : "",
                p.secondsLeft().isPresent() ? ", " + ProgressDisplay.duration(p.secondsLeft().getAsDouble()) + " left" : "");
    }

    private static String loss(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** @return the exit code */
    int end(Optional<FineTuningReport> report) {
        clear();
        if (report.isEmpty()) {
            surroundings.err().println("adit: Stopped before training; nothing was changed.");
            return ExitCode.CANCELLED;
        }
        if (!quiet) {
            summary(report.get());
        }
        return ExitCode.DONE;
    }

    private void summary(FineTuningReport report) {
        out(String.format(Locale.ROOT,
                "Model %s in %s: learned from %d structures, judged by %d, %d steps, %.1f epochs in %s%s.",
                report.model().id(), report.model().directory(), report.data().training().size(),
                report.data().validation().size(), report.outcome().steps(), report.outcome().epochs(),
                ProgressDisplay.duration(report.outcome().elapsedSeconds()), report.outcome().clause()));
        if (!report.data().refusals().isEmpty()) {
            out(report.data().refusals().size() + " records or files were refused, see " + report.refused());
        }
        for (Comparison comparison : report.comparisons()) {
            comparison.figures().forEach(figure -> out("  " + comparison.kind().word() + "s, " + figure.name() + ": "
                    + figure.before().map(before -> percent(before) + " before, ").orElse("") + percent(figure.after())
                    + " now"
                    + figure.data().map(data -> " (data " + percent(data) + ")").orElse("")));
        }
        surroundings.out().flush();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void clear() {
        display.clear();
        if (drawn > 0) {
            surroundings.err().print("\r" + " ".repeat(drawn) + "\r");
            surroundings.err().flush();
            drawn = 0;
        }
    }

    private ProgressDisplay display() {
        return new ProgressDisplay(surroundings.err(), surroundings.terminal(), surroundings.nanos());
    }

    private void say(String line) {
        if (!quiet) {
            surroundings.err().println(line);
            surroundings.err().flush();
        }
    }

    private void out(String line) {
        surroundings.out().print(line + "\n");
    }
}
