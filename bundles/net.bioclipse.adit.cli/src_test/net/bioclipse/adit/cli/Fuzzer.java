package net.bioclipse.adit.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Gives hostile files to every reader: each must be read or refused by a declared exception with one line for the user. A
 * hang, a used-up memory and every other exception is a defect; its file is kept, and its number gives it again.
 *
 * <pre>{@code java -Xmx256m -cp … net.bioclipse.adit.cli.Fuzzer SECONDS [FIRST_NUMBER [FOLDER [TARGET]]]}</pre>
 */
final class Fuzzer {

    /** Of processor time, so that a busy machine makes no hang. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(60);

    /** A defect that a file showed. */
    record Defect(String target, long number, String what) {
    }

    private final List<FuzzTarget> targets;
    private final Path folder;
    private final Map<String, Defect> defects = new TreeMap<>();
    private final Map<String, long[]> counts = new TreeMap<>();
    private volatile long worker;

    /** @param folder for the files; it must exist */
    Fuzzer(List<FuzzTarget> targets, Path folder) {
        this.targets = targets;
        this.folder = folder;
    }

    public static void main(String[] arguments) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Long.parseLong(arguments[0]));
        long first = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        Path folder = arguments.length > 2 ? Path.of(arguments[2]) : Files.createTempDirectory("adit-fuzzing");
        List<FuzzTarget> targets = FuzzTargets.all().stream()
                .filter(target -> arguments.length < 4 || target.name().equals(arguments[3])).toList();
        Fuzzer fuzzer = new Fuzzer(targets, folder);
        long next = first;
        do {
            fuzzer.run(next, next + 100);
            next += 100;
        } while (System.nanoTime() < end);
        fuzzer.counts.forEach((name, count) -> System.out.printf("%s: %d read, %d refused%n", name, count[0], count[1]));
        System.out.printf("numbers %d to %d, %d defects, files in %s%n", first, next - 1, fuzzer.defects.size(), folder);
        System.exit(fuzzer.defects.isEmpty() ? 0 : 1);
    }

    /** Gives to every target its hostile files of some numbers. @return one defect of each kind that was found */
    List<Defect> run(long from, long to) throws IOException, InterruptedException {
        ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(null, task, "fuzzing");
            made.setDaemon(true);
            worker = made.getId();
            return made;
        });
        try {
            for (long number = from; number < to; number++) {
                for (FuzzTarget target : targets) {
                    Path file = file(target, number);
                    if (!tried(thread.submit(() -> outcome(target, file)), target, number, file)) {
                        return List.copyOf(defects.values());
                    }
                }
            }
        } finally {
            thread.shutdownNow();
        }
        return List.copyOf(defects.values());
    }

    private Path file(FuzzTarget target, long number) throws IOException {
        Path place = Files.createDirectories(folder.resolve(target.name().replace(' ', '-')));
        byte[] hostile = new HostileFiles(31 * number + target.name().hashCode()).of(target.good());
        return Files.write(place.resolve(target.fileName()), hostile);
    }

    /** @return whether the thread can be used again */
    private boolean tried(Future<String> outcome, FuzzTarget target, long number, Path file)
            throws IOException, InterruptedException {
        long[] count = counts.computeIfAbsent(target.name(), name -> new long[2]);
        long began = processorTime();
        while (true) {
            try {
                String what = outcome.get(1, TimeUnit.SECONDS);
                count[what.isEmpty() ? 0 : 1]++;
                return true;
            } catch (ExecutionException e) {
                defect(target, number, file, kind(e.getCause()));
                return true;
            } catch (TimeoutException e) {
                if (processorTime() - began > LONGEST) {
                    defect(target, number, file, "hangs");
                    return false;
                }
            }
        }
    }

    private long processorTime() {
        return ManagementFactory.getThreadMXBean().getThreadCpuTime(worker);
    }

    /** What a user would be told, or nothing when the file was read. */
    private static String outcome(FuzzTarget target, Path file) throws Exception {
        try {
            target.reader().read(file);
            return "";
        } catch (Exception e) {
            if (target.declared().stream().noneMatch(type -> type.isInstance(e))) {
                throw e;
            }
            if (e.getMessage() == null || e.getMessage().isBlank() || e.getMessage().matches("(?s).*[\\n\\r\\x00\\x1b].*")
                    || e.getMessage().length() > 1000) {
                throw new IllegalStateException("The message is no line for a user: " + e.getMessage(), e);
            }
            return e.getMessage();
        }
    }

    private void defect(FuzzTarget target, long number, Path file, String what) throws IOException {
        if (defects.putIfAbsent(target.name() + " " + what, new Defect(target.name(), number, what)) == null) {
            Path kept = file.resolveSibling("defect-" + number + "-" + target.fileName());
            Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
            System.err.println(target.name() + " " + number + ": " + what + " (" + kept + ")");
        }
    }

    /** The same for all files that show the same defect. */
    private static String kind(Throwable failure) {
        List<String> places = new ArrayList<>();
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("net.bioclipse") && places.size() < 3) {
                places.add(element.getFileName() + ":" + element.getLineNumber());
            }
        }
        return failure.getClass().getName() + " at " + places;
    }
}
