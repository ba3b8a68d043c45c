package net.bioclipse.adit.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;

/**
 * Threads that share a batch: each takes every K-th of its parts. Sums are formed in a fixed order, so that the same
 * number of threads gives the same numbers.
 */
final class Workers implements AutoCloseable {

    /** A loss and its gradient, for the mean over the structures of a batch. */
    record Slope(double loss, float[] gradient) {
    }

    private final Weights weights;
    private final int threads;
    private final int partTokens;
    private final ExecutorService executor;

    /** @param partTokens about how many atoms a thread takes at once, which bounds its memory */
    Workers(Weights weights, int threads, int partTokens) {
        this.weights = weights;
        this.threads = threads;
        this.partTokens = partTokens;
        executor = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "training");
            thread.setDaemon(true);
            return thread;
        });
    }

    Slope slope(Input input, ParameterLayout.Range range) {
        List<Input> parts = parts(input);
        List<Slope> sums = each(worker -> {
            double loss = 0;
            float[] gradient = new float[range.length()];
            for (int i = worker; i < parts.size(); i += threads) {
                try (PointerScope scope = new PointerScope()) {
                    double share = (double) parts.get(i).size() / input.size();
                    Tensor partLoss = parts.get(i).loss(weights);
                    add(gradient, weights.gradient(partLoss, range), (float) share);
                    loss += share * partLoss.item_float();
                }
            }
            return new Slope(loss, gradient);
        });
        for (Slope other : sums.subList(1, sums.size())) {
            add(sums.get(0).gradient(), other.gradient(), 1);
        }
        return new Slope(sums.stream().mapToDouble(Slope::loss).sum(), sums.get(0).gradient());
    }

    /** The mean loss over the structures of many batches. */
    double loss(List<Input> inputs) {
        List<Double> sums = each(worker -> {
            double loss = 0;
            for (int i = worker; i < inputs.size(); i += threads) {
                try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
                    loss += inputs.get(i).size() * (double) inputs.get(i).loss(weights).item_float();
                }
            }
            return loss;
        });
        return sums.stream().mapToDouble(Double::doubleValue).sum() / inputs.stream().mapToInt(Input::size).sum();
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
                            : Tensors.values(new Autoencoder(weights).means(StructureInput.slice(bucket, start, end)).cpu());
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

    private static void add(float[] sum, float[] values, float factor) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
