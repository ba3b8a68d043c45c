package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Works on several threads and hands the results on in the order in which the work came, from the thread that brings it.
 * Holds a few pieces of work for each thread and no more, however many there are.
 *
 * @param <R> what comes of a piece of work
 */
final class OrderedWork<R> implements AutoCloseable {

    private static final int WAITING_PER_THREAD = 8;

    private final Consumer<R> sink;
    private final ExecutorService threads;
    private final int most;
    private final Deque<Future<R>> pending = new ArrayDeque<>();

    OrderedWork(int threads, Consumer<R> sink) {
        this.sink = sink;
        this.most = WAITING_PER_THREAD * threads;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "adit-check");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(Callable<R> work) {
        if (pending.size() == most) {
            deliver();
        }
        pending.add(threads.submit(work));
    }

    /** Waits for all that was added. */
    void finish() {
        while (!pending.isEmpty()) {
            deliver();
        }
    }

    private void deliver() {
        R result;
        try {
            result = pending.remove().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            if (e.getCause() instanceof IOException io) {
                throw new UncheckedIOException(io);
            }
            throw new IllegalStateException("A structure could not be looked at: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted.", e);
        }
        sink.accept(result);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
