package net.bioclipse.adit.symmetry;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryFinder;

/**
 * Finds space groups with moyo (K. Shinohara and the spglib developers, https://github.com/spglib/moyo), the algorithm of
 * spglib (A. Togo, K. Shinohara, I. Tanaka, Sci. Technol. Adv. Mater. Methods 2024, 4, 2384822, doi
 * 10.1080/27660400.2024.2384822). The standard setting has unique axis b, hexagonal axes and origin choice 2.
 *
 * <p>Each thread that searches has an instance of the WebAssembly module, with at most 128 MB of memory of its own; what
 * goes wrong in there cannot harm the Java process. The first search translates the module, which takes about a second.
 *
 * <p>Limits: {@value #MOST_ATOMS} atoms in the cell, {@value #SECONDS} s for a search.
 */
public final class MoyoSymmetryFinder implements SymmetryFinder {

    private static final int MOST_ATOMS = 1000;
    private static final int SECONDS = 30;

    private static final ThreadLocal<MoyoInstance> INSTANCE = ThreadLocal.withInitial(MoyoInstance::new);
    // Threads of our own, since a search is ended by an interrupt; they and their instances go after a minute without work.
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "adit-symmetry");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Optional<Symmetry> find(Crystal crystal, double tolerance) {
        if (crystal.atomCount() > MOST_ATOMS || !(tolerance > 0 && tolerance < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        Future<Optional<Symmetry>> search = THREADS.submit(() -> search(crystal, tolerance));
        try {
            return search.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The symmetry search cannot run: " + e.getCause(), e.getCause());
        } finally {
            search.cancel(true);
        }
    }

    private static Optional<Symmetry> search(Crystal crystal, double tolerance) {
        MoyoInstance instance = INSTANCE.get();
        try {
            return instance.find(crystal, tolerance);
        } catch (RuntimeException | StackOverflowError e) {
            // A trap or an interrupt inside the module: its memory cannot be relied on any more.
            INSTANCE.remove();
            return Optional.empty();
        }
    }
}
