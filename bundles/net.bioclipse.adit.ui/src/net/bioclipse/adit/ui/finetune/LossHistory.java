package net.bioclipse.adit.ui.finetune;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.finetuning.TrainingProgress;

/**
 * Losses over steps, stage after stage, as a plot needs them. However long a training is, a curve keeps no more than
 * {@value #MOST} points: when it is full every second one goes, and from then on every second new one.
 */
public final class LossHistory {

    static final int MOST = 2000;

    /** One loss. */
    public record Point(long step, double loss) {
    }

    /**
     * The curves of one stage.
     *
     * @param name       "autoencoder", "decoder" or "denoiser"
     * @param training   running mean of what is learned from
     * @param validation of what is not learned from, whenever it was measured
     */
    public record Stage(String name, List<Point> training, List<Point> validation) {
    }

    private static final class Curve {

        private final List<Point> points = new ArrayList<>();
        private int every = 1;
        private int passed;

        private void add(long step, double loss) {
            boolean goesBack = !points.isEmpty() && step <= points.get(points.size() - 1).step;
            if (!Double.isFinite(loss) || goesBack || ++passed < every) {
                return;
            }
            passed = 0;
            points.add(new Point(step, loss));
            if (points.size() == MOST) {
                for (int i = MOST - 2; i > 0; i -= 2) {
                    points.remove(i);
                }
                every *= 2;
            }
        }
    }

    private static final class Curves {

        private final Curve training = new Curve();
        private final Curve validation = new Curve();
        private double lastValidation = Double.NaN;
    }

    private final Map<String, Curves> stages = new LinkedHashMap<>();

    /** Takes what the training process says about once a second. */
    public synchronized void add(TrainingProgress progress) {
        Curves curves = stages.computeIfAbsent(progress.stage(), name -> new Curves());
        curves.training.add(progress.step(), progress.trainLoss());
        // The latest validation is said again and again until there is a new one.
        progress.validationLoss().ifPresent(loss -> {
            if (loss != curves.lastValidation) {
                curves.lastValidation = loss;
                curves.validation.add(progress.step(), loss);
            }
        });
    }

    /** A copy of what is known so far, in the order in which the stages began. */
    public synchronized List<Stage> stages() {
        return stages.entrySet().stream().map(entry -> new Stage(entry.getKey(),
                List.copyOf(entry.getValue().training.points), List.copyOf(entry.getValue().validation.points))).toList();
    }
}
