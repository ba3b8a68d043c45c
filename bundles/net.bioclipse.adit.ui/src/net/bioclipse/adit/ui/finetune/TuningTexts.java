package net.bioclipse.adit.ui.finetune;

import java.util.Locale;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.finetuning.TrainingOutcome;
import net.bioclipse.adit.finetuning.TrainingProgress;
import net.bioclipse.adit.ui.run.RunTexts;

/** What is said about fine-tuning. */
final class TuningTexts {

    private static final long MEGABYTE = 1_000_000;

    private TuningTexts() {
    }

    /** "Denoiser: step 120, pass 2.1 over the data, loss 0.4100 (validation 0.4300), 12 min 05 s left". */
    static String progress(TrainingProgress p) {
        String validation = p.validationLoss().isPresent()
                ? " (validation " + loss(p.validationLoss().getAsDouble()) + ")" : "";
        String left = p.secondsLeft().isPresent() ? ", " + RunTexts.duration(p.secondsLeft().getAsDouble()) + " left" : "";
        return String.format(Locale.ROOT, "%s: step %d, pass %.1f over the data, loss %s%s%s", stage(p.stage()), p.step(),
                p.epoch(), loss(p.trainLoss()), validation, left);
    }

    /** One line at the end. */
    static String outcome(FineTuningReport report) {
        TrainingOutcome outcome = report.outcome();
        return String.format(Locale.ROOT, "Learned from %d structures, judged by %d: %d steps, %.1f passes in %s on %s%s.",
                report.data().training().size(), report.data().validation().size(), outcome.steps(), outcome.epochs(),
                RunTexts.duration(outcome.elapsedSeconds()), outcome.device().isEmpty() ? "this machine" : outcome.device(),
                outcome.clause());
    }

    static String stage(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String loss(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 1000 ? "%.0f" : "%.4f", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String megabytes(long bytes) {
        return (bytes + MEGABYTE - 1) / MEGABYTE + " MB";
    }
}
