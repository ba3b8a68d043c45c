package net.bioclipse.adit.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;

/**
 * Threads that share a batch: each takes every K-th of its parts. Sums are formed in a fixed order, so that the same
 * number of threads gives the same numbers.
 */
final class Workers implements AutoCloseable {

    /**
     * A loss and its gradient, for the mean over the structures of a batch.
     *
     * @param norm     Euclidean, of the gradient; not finite when any element is not
     * @param gradient in the order of the layout, of the range asked for alone; good until the next batch
     */
    record Slope(double loss, double norm, float[] gradient) {
    }

    /** Work on a part of an array. */
    @FunctionalInterface
    interface Span {
        void work(int from, int to);
    }

    private final Weights weights;
    private final int threads;
    private final int partTokens;
    private final ExecutorService executor;
    /** Of the gradients that each thread has found. */
    private final float[][] sums;

    /** @param partTokens about how many atoms a thread takes at once, which bounds its memory */
    Workers(Weights weights, int threads, int partTokens) {
        this.weights = weights;
        this.threads = threads;
        this.partTokens = partTokens;
        sums = new float[threads][weights.layout().size()];
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            return thread;
        });
    }

    Slope slope(Input input, ParameterLayout.Range range) {
        List<Input> parts = parts(input);
        List<Double> losses = each(worker -> {
            double loss = 0;
            if (worker >= parts.size()) {
                Arrays.fill(sums[worker], 0);
            }
            for (int i = worker; i < parts.size(); i += threads) {
                try (PointerScope scope = new PointerScope()) {
                    double share = (double) parts.get(i).size() / input.size();
                    Tensor partLoss = parts.get(i).loss(weights).mul(new Scalar(share));
                    weights.gradient(partLoss, range, i == worker, sums[worker]);
                    loss += partLoss.item_float();
                }
            }
            return loss;
        });
        List<Double> squares = each(worker -> gather(start(worker, range), start(worker + 1, range)));
        return new Slope(sum(losses), Math.sqrt(sum(squares)), sums[0]);
    }

    /** Adds up what the threads have found, in a part of the array; the sum of the squares there. */
    private double gather(int from, int to) {
        float[] gradient = sums[0];
        for (int k = 1; k < threads; k++) {
            float[] other = sums[k];
            for (int i = from; i < to; i++) {
                gradient[i] += other[i];
            }
        }
        return squares(gradient, from, to);
    }

    /** Four sums side by side: in one, each addition would wait for the one before. */
    private static double squares(float[] values, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            a += (double) values[i] * values[i];
            b += (double) values[i + 1] * values[i + 1];
            c += (double) values[i + 2] * values[i + 2];
            d += (double) values[i + 3] * values[i + 3];
        }
        for (; i < to; i++) {
            a += (double) values[i] * values[i];
        }
        return a + b + c + d;
    }

    /** Does some work on a range of an array, each thread on a part of it. */
    void spread(ParameterLayout.Range range, Span span) {
        each(worker -> {
            span.work(start(worker, range), start(worker + 1, range));
            return worker;
        });
    }

    private int start(int worker, ParameterLayout.Range range) {
        return range.start() + (int) ((long) range.length() * worker / threads);
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sum();
    }

    /** The mean loss over the structures of many batches. */
    double loss(List<Input> inputs) {
        List<Double> losses = each(worker -> {
            double loss = 0;
            for (int i = worker; i < inputs.size(); i += threads) {
                try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                    loss += inputs.get(i).size() * (double) inputs.get(i).loss(weights).item_float();
                }
            }
            return loss;
        });
        return sum(losses) / inputs.stream().mapToInt(Input::size).sum();
    }

    /** Latent means of all structures of a bucket. */
    float[] encode(Bucket bucket) {
        int step = Math.max(1, partTokens / bucket.atoms());
        List<float[]> parts = new ArrayList<>();
        for (int from = 0; from < bucket.size(); from += step * threads) {
            int first = from;
            parts.addAll(each(worker -> {
                int start = Math.min(bucket.size(), first + worker * step);
                int end = Math.min(bucket.size(), start + step);
                try (PointerScope scope = new PointerScope()) {
                    return start == end ? new float[0]
                            : Tensors.values(new Autoencoder(weights).means(StructureInput.slice(bucket, start, end)));
                }
            }));
        }
        float[] all = new float[parts.stream().mapToInt(part -> part.length).sum()];
        int offset = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, offset, part.length);
            offset += part.length;
        }
        return all;
    }

    /** As many parts as threads or more, of about equal size. */
    private List<Input> parts(Input input) {
        long wanted = Math.max(threads, (input.size() * (long) input.atoms() + partTokens - 1) / partTokens);
        int count = (int) Math.min(input.size(), wanted);
        List<Input> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(input.slice((int) ((long) input.size() * i / count), (int) ((long) input.size() * (i + 1) / count)));
        }
        return parts;
    }

    private <T> List<T> each(IntFunction<T> work) {
        List<Callable<T>> tasks = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            int worker = i;
            tasks.add(() -> work.apply(worker));
        }
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : executor.invokeAll(tasks)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Nobody interrupts the training.", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
