package net.bioclipse.adit.symmetry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.SpaceGroup;
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

    private static final int MOST_NAMED = 10_000;
    private static final Map<OriginFreeGroup, SpaceGroup> NAMED = new ConcurrentHashMap<>();

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
        return ask(moyo -> moyo.find(crystal, tolerance));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The operations are searched in Java, and moyo names each group of them once. Where they leave a doubt, moyo does it all.
     */
    @Override
    public Optional<SpaceGroup> spaceGroup(Crystal crystal, double tolerance) {
        Optional<SpaceGroup> named = GroupSearch.find(crystal, tolerance).flatMap(MoyoSymmetryFinder::named);
        return named.isPresent() ? named : find(crystal, tolerance).map(Symmetry::group);
    }

    static Optional<SpaceGroup> named(OriginFreeGroup group) {
        SpaceGroup known = NAMED.get(group);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<SpaceGroup> named = ask(moyo -> moyo.identify(group.operations().values()));
        if (NAMED.size() < MOST_NAMED) {
            named.ifPresent(name -> NAMED.put(group, name));
        }
        return named;
    }

    private static <T> Optional<T> ask(Function<MoyoInstance, Optional<T>> question) {
        Future<Optional<T>> search = THREADS.submit(() -> answer(question));
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

    private static <T> Optional<T> answer(Function<MoyoInstance, Optional<T>> question) {
        MoyoInstance instance = INSTANCE.get();
        try {
            return question.apply(instance);
        } catch (RuntimeException | StackOverflowError e) {
            // A trap or an interrupt inside the module: its memory cannot be relied on any more.
            INSTANCE.remove();
            return Optional.empty();
        }
    }
}
