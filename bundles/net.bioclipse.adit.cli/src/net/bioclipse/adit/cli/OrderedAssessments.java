package net.bioclipse.adit.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader.Entry;

/**
 * Assesses structures on several threads and hands them on in the order in which they came, from the thread that brings
 * them. Holds a few structures for each thread and no more, however long the file is.
 */
final class OrderedAssessments implements AutoCloseable {

    private static final int WAITING_PER_THREAD = 8;

    private record Pending(Entry entry, Future<Assessment> assessment) {
    }

    private final StructureAssessor assessor;
    private final BiConsumer<Entry, Assessment> sink;
    private final ExecutorService threads;
    private final int most;
    private final Deque<Pending> pending = new ArrayDeque<>();

    OrderedAssessments(StructureAssessor assessor, int threads, BiConsumer<Entry, Assessment> sink) {
        this.assessor = assessor;
        this.sink = sink;
        this.most = WAITING_PER_THREAD * threads;
        this.threads = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "adit-check");
            thread.setDaemon(true);
            return thread;
        });
    }

    void add(Entry entry) {
        if (pending.size() == most) {
            deliver();
        }
        pending.add(new Pending(entry, threads.submit(() -> entry.assessedBy(assessor))));
    }

    /** Waits for all that was added. */
    void finish() {
        while (!pending.isEmpty()) {
            deliver();
        }
    }

    private void deliver() {
        Pending first = pending.remove();
        try {
            sink.accept(first.entry(), first.assessment().get());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("Assessing " + first.entry().structure() + " failed: " + e.getCause(),
                    e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The check was interrupted.", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
