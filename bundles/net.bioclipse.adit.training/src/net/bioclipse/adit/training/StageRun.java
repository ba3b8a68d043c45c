package net.bioclipse.adit.training;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/**
 * One stage from its first step, or from a checkpoint, to its end. Random numbers come from (seed, stage, step), so that an
 * interrupted run goes on as if nothing had happened.
 */
final class StageRun {

    /** Why it ended; after {@code UNFINISHED} the weights are those to go on with. */
    enum End { EPOCHS, TIME, EARLY, STOPPED, UNFINISHED }

    /** What happens on the way. */
    interface Listener {
        void stepped(double progress, double rate) throws IOException, ModelPackageException;

        void validated(double loss, boolean best);
    }

    private static final int VALIDATIONS = 30;
    private static final int VALIDATED = 512;
    private static final int MOST_NOT_FINITE = 5;
    private static final double MEMORY = 0.98;
    /** The last weights are kept, to which the falling learning rate has led, unless their loss is this much above the best. */
    private static final double WORSE = 1.02;
    /** The weights halfway back are kept unless theirs is. */
    private static final double WORSE_HALFWAY = 1.05;
    private static final String[] ARRAYS = {"weights", "first", "second", "average", "best"};

    final Stage stage;
    private final TrainingPlan plan;
    private final Budget budget;
    private final long seed;
    private final Batches batches;
    private final int structuresInEpoch;
    private final Workers workers;
    private final Weights networks;
    private final float[] weights;
    private final AdamW optimiser;
    private final List<Input> validation;
    private float[] best;
    private int notFinite;
    private double lastLoss = Double.POSITIVE_INFINITY;
    private long since = System.nanoTime();

    long step;
    long structures;
    double seconds;
    Double meanLoss;
    Double bestLoss;
    Double keptLoss;
    boolean halfway;
    int waiting;
    int validations;

    /**
     * @param index   of the stage
     * @param weights all parameters; those of the stage are changed in place
     */
    StageRun(Stage stage, int index, TrainingPlan plan, TrainingData data, Workers workers, Weights networks,
            float[] weights) {
        this.stage = stage;
        this.plan = plan;
        budget = plan.budget().share(stage.share());
        seed = plan.seed() * 0x9E3779B97F4A7C15L + ((long) index << 56);
        batches = new Batches(data.train(), plan.moleculeShare(), plan.batchTokens());
        structuresInEpoch = TrainingData.structures(data.train());
        this.workers = workers;
        this.networks = networks;
        this.weights = weights;
        optimiser = new AdamW(weights, networks.layout(), stage.range());
        best = optimiser.average;
        validation = fixed(data.validation(), stage, plan.batchTokens(), seed);
    }

    /**
     * The same structures with the same noise each time: of many, 512 evenly picked; few are taken several times with other
     * noise, since the noise decides more about the loss than the structure.
     */
    static List<Input> fixed(List<Bucket> buckets, Stage stage, int tokens, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int structures = TrainingData.structures(buckets);
        int every = Math.max(1, (structures + VALIDATED - 1) / VALIDATED);
        int times = Math.max(1, VALIDATED / Math.max(1, structures));
        List<Input> inputs = new ArrayList<>();
        int passed = 0;
        for (Bucket bucket : buckets) {
            int before = passed;
            int[] rows = IntStream.range(0, bucket.size() * times).map(i -> i / times).filter(i -> (before + i) % every == 0)
                    .toArray();
            passed += bucket.size();
            int most = Math.max(1, tokens / bucket.atoms());
            for (int from = 0; from < rows.length; from += most) {
                int[] part = Arrays.copyOfRange(rows, from, Math.min(rows.length, from + most));
                inputs.add(stage.drawing().draw(new Batches.Draw(bucket, part), random));
            }
        }
        return inputs;
    }

    double epochs() {
        return (double) structures / structuresInEpoch;
    }

    /** Trains until the budget is spent, nothing improves any more, or somebody says stop. */
    End run(StopSignal signal, Listener listener) throws IOException, ModelPackageException {
        while (true) {
            double progress = budget.progress(time(), epochs());
            if (!validation.isEmpty() && validations <= progress * VALIDATIONS) {
                validate(listener);
            }
            if (progress >= 1) {
                return finish(epochs() >= budget.epochs() ? End.EPOCHS : End.TIME);
            }
            if (waiting >= plan.patience()) {
                return finish(End.EARLY);
            }
            if (signal.state() != StopSignal.State.GO_ON) {
                return signal.state() == StopSignal.State.STOP && stage.usable() ? stop(listener) : End.UNFINISHED;
            }
            double rate = plan.learningRate() * stage.rate() * Budget.rate(step, progress);
            step(rate);
            time();
            listener.stepped(budget.progress(seconds, epochs()), rate);
        }
    }

    /** What was learned since the last validation may be the best. */
    private End stop(Listener listener) {
        if (!validation.isEmpty() && step > 0) {
            validate(listener);
        }
        return finish(End.STOPPED);
    }

    /** Whether the last weights are kept and not the best. */
    static boolean isGoodEnough(double lastLoss, double bestLoss) {
        return lastLoss <= WORSE * bestLoss;
    }

    private End finish(End end) {
        boolean last = validation.isEmpty() || end != End.EARLY && bestLoss != null && isGoodEnough(lastLoss, bestLoss);
        float[] result = last ? optimiser.average : best;
        keptLoss = last && !validation.isEmpty() ? Double.valueOf(lastLoss) : bestLoss;
        System.arraycopy(result, 0, weights, 0, weights.length);
        networks.set(weights);
        return end;
    }

    /**
     * Takes the weights halfway between those before the stage and the last ones (Wortsman et al. 2022, arXiv 2109.01903),
     * which keep more of what the former can, where the validation says that hardly less is known there: see
     * {@code docs/decisions/0024}.
     *
     * @param before all parameters
     */
    void goHalfwayBack(float[] before) {
        if (bestLoss == null) {
            return;
        }
        float[] mean = weights.clone();
        for (int i = stage.range().start(); i < stage.range().end(); i++) {
            mean[i] = (before[i] + optimiser.average[i]) / 2;
        }
        networks.set(mean);
        double loss = workers.loss(validation);
        halfway = loss <= WORSE_HALFWAY * bestLoss;
        if (halfway) {
            System.arraycopy(mean, 0, weights, 0, weights.length);
            keptLoss = loss;
        }
    }

    /** Seconds spent, with those before an interruption. */
    private double time() {
        long now = System.nanoTime();
        seconds += (now - since) * 1e-9;
        since = now;
        return seconds;
    }

    private void step(double rate) {
        SplittableRandom random = new SplittableRandom(seed + ++step);
        Batches.Draw rows = batches.draw(random);
        workers.spread(networks.layout().whole(), (from, to) -> networks.set(weights, from, to));
        Workers.Slope slope = workers.slope(stage.drawing().draw(rows, random), stage.range());
        structures += rows.rows().length;
        if (!Double.isFinite(slope.loss()) || !Double.isFinite(slope.norm())) {
            skip(slope.loss());
            return;
        }
        notFinite = 0;
        workers.spread(stage.range(),
                (from, to) -> optimiser.step(step, slope.gradient(), slope.norm(), rate, from, to));
        meanLoss = meanLoss == null ? slope.loss() : MEMORY * meanLoss + (1 - MEMORY) * slope.loss();
    }

    private void skip(double loss) {
        if (++notFinite >= MOST_NOT_FINITE) {
            throw new TrainingException(String.format(Locale.ROOT, "The training broke down: %d steps in a row gave a loss "
                    + "of %s or a gradient that is no number; a smaller learning rate than %s would be right "
                    + "(stage %s, step %d).",
                    notFinite, loss, plan.learningRate(), stage.name(), step));
        }
    }

    /** With the averaged weights, which are those that become the result. */
    private void validate(Listener listener) {
        networks.set(optimiser.average);
        double loss = workers.loss(validation);
        lastLoss = loss;
        boolean better = Double.isFinite(loss) && (bestLoss == null || loss < bestLoss);
        if (better) {
            bestLoss = loss;
            best = optimiser.average.clone();
        }
        waiting = better ? 0 : waiting + 1;
        validations++;
        listener.validated(loss, better);
    }

    /** The arrays of a checkpoint. */
    Map<String, float[]> arrays() {
        Map<String, float[]> arrays = new TreeMap<>();
        float[][] values = {weights, optimiser.first, optimiser.second, optimiser.average, best};
        for (int i = 0; i < ARRAYS.length; i++) {
            arrays.put(ARRAYS[i], values[i]);
        }
        return arrays;
    }

    /** Goes on where a checkpoint stood. */
    void restore(Checkpoint checkpoint) {
        best = best == optimiser.average ? best.clone() : best;
        float[][] targets = {weights, optimiser.first, optimiser.second, optimiser.average, best};
        for (int i = 0; i < ARRAYS.length; i++) {
            System.arraycopy(checkpoint.array(ARRAYS[i], targets[i].length), 0, targets[i], 0, targets[i].length);
        }
        Checkpoint.State state = checkpoint.state();
        step = state.step();
        structures = state.structures();
        seconds = state.seconds();
        meanLoss = state.meanLoss();
        bestLoss = state.bestLoss();
        waiting = state.waiting();
        validations = state.validations();
        since = System.nanoTime();
    }
}
