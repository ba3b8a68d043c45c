package net.bioclipse.adit.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/** What is told and kept of a training: events, the loss curve, checkpoints. */
final class Journal implements StageRun.Listener {

    private static final String HEADER = "stage,step,elapsedSeconds,trainLoss,validationLoss";
    private static final double CURVE_POINTS = 200;
    private static final long TELL_NANOSECONDS = 1_000_000_000L;

    private final PlanFolder folder;
    private final TrainingPlan plan;
    private final Events events;
    private final String identity;
    private final Hardware hardware;
    private final List<String> curve = new ArrayList<>(List.of(HEADER));

    private StageRun run;
    private int stage;
    private double sharesBefore;
    private long stepsBefore;
    private double secondsBefore;
    private double epochsBefore;
    private double[] latentMean;
    private double[] latentScale;
    private long lastTold = System.nanoTime() - TELL_NANOSECONDS;
    private long lastKept = System.nanoTime();
    private double lastPoint;

    Journal(PlanFolder folder, TrainingPlan plan, Events events, String identity, Hardware hardware) {
        this.folder = folder;
        this.plan = plan;
        this.events = events;
        this.identity = identity;
        this.hardware = hardware;
        latentMean = plan.both() ? null : plan.latentMean();
        latentScale = plan.both() ? null : plan.latentScale();
    }

    void restore(Checkpoint.State state) {
        stage = state.stage();
        stepsBefore = state.stepsBefore();
        secondsBefore = state.secondsBefore();
        epochsBefore = state.epochsBefore();
        latentMean = state.latentMean();
        latentScale = state.latentScale();
        curve.clear();
        curve.addAll(state.curve());
    }

    /** Index of the stage to begin or to go on with. */
    int stage() {
        return stage;
    }

    double[] latentMean() {
        return latentMean;
    }

    double[] latentScale() {
        return latentScale;
    }

    List<String> curve() {
        return curve;
    }

    void begin(StageRun begun, int index, LatentCache latents, List<Stage> stages) {
        run = begun;
        stage = index;
        sharesBefore = stages.subList(0, index).stream().mapToDouble(Stage::share).sum();
        lastPoint = 0;
        if (latents != null) {
            latentMean = latents.mean();
            latentScale = latents.scale();
        }
    }

    void end(StageRun ended) {
        stepsBefore += ended.step;
        secondsBefore += ended.seconds;
        epochsBefore += ended.epochs();
    }

    @Override
    public void stepped(double progress, double rate) throws IOException, ModelPackageException {
        if (progress >= lastPoint + 1 / CURVE_POINTS) {
            lastPoint = progress;
            point(null);
        }
        long now = System.nanoTime();
        if (now - lastTold >= TELL_NANOSECONDS) {
            lastTold = now;
            double done = sharesBefore + run.stage.share() * progress;
            double elapsed = secondsBefore + run.seconds;
            events.tell("progress", "stage", run.stage.name(), "step", run.step, "epoch", run.epochs(),
                    "trainLoss", run.meanLoss, "validationLoss", run.bestLoss, "learningRate", rate,
                    "elapsedSeconds", elapsed, "secondsLeft", elapsed / done * (1 - done), "progress", done);
        }
        if (now - lastKept >= plan.checkpointMinutes() * 60e9) {
            keep();
        }
    }

    @Override
    public void validated(double loss, boolean best) {
        point(loss);
        events.tell("validation", "stage", run.stage.name(), "step", run.step, "validationLoss", finite(loss), "best", best);
    }

    private void point(Double validationLoss) {
        curve.add(String.format(Locale.ROOT, "%s,%d,%.1f,%s,%s", run.stage.name(), run.step, secondsBefore + run.seconds,
                shown(run.meanLoss), shown(validationLoss)));
    }

    /** Writes a checkpoint. */
    void keep() throws IOException, ModelPackageException {
        String file = "arrays-" + stage + "-" + run.step + ".safetensors";
        Checkpoint.State state = new Checkpoint.State(identity, hardware.bfloat16(), stage, run.step, run.structures,
                run.seconds, run.meanLoss, run.bestLoss, run.waiting, run.validations, stepsBefore, secondsBefore,
                epochsBefore, latentMean, latentScale, curve, file);
        new Checkpoint(state, run.arrays()).write(folder.checkpoint());
        lastKept = System.nanoTime();
        events.tell("checkpoint", "step", run.step);
    }

    void done(StageRun.End end) {
        events.tell("done", "reason", end.name().toLowerCase(Locale.ROOT),
                "steps", stepsBefore, "epochs", epochsBefore, "elapsedSeconds", secondsBefore,
                "validationLoss", run.keptLoss, "trainLoss", run.meanLoss, "halfway", run.halfway);
    }

    private static String shown(Double loss) {
        return loss == null ? "" : String.format(Locale.ROOT, "%.6g", loss);
    }

    private static Double finite(double loss) {
        return Double.isFinite(loss) ? loss : null;
    }
}
