package net.bioclipse.adit.physics;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * One run of a program in a folder of its own, to its end or until it is stopped with all processes that it began.
 *
 * @param ended  how
 * @param code   its exit code; -1 when it was stopped
 * @param output the end of what it printed
 */
record ProgramRun(Ended ended, int code, String output) {

    enum Ended { BY_ITSELF, TIMED_OUT, CANCELLED }

    private static final int LONGEST_OUTPUT = 1 << 20;
    private static final long LOOK = 50;

    /** @throws IOException with a sentence for the user when there is no such program */
    static ProgramRun of(ScratchFolder folder, List<String> command, Map<String, String> environment, Duration limit,
            BooleanSupplier cancelled) throws IOException {
        Path output = folder.file("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.path().toFile()).redirectErrorStream(true)
                .redirectOutput(output.toFile()).redirectInput(ProcessBuilder.Redirect.from(empty(folder)));
        builder.environment().putAll(environment);
        Process process = begin(builder, command.get(0));
        Ended ended = wait(process, limit, cancelled);
        return new ProgramRun(ended, ended == Ended.BY_ITSELF ? process.exitValue() : -1, end(output));
    }

    private static File empty(ScratchFolder folder) throws IOException {
        Path input = folder.file("input.txt");
        return (Files.exists(input) ? input : Files.createFile(input)).toFile();
    }

    private static Process begin(ProcessBuilder builder, String program) throws IOException {
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("The program '" + program + "' was asked for, but it cannot be run: it is not installed or not in"
                    + " PATH. Install xtb (Debian and Ubuntu: apt install xtb; conda: conda install -c conda-forge xtb) or give"
                    + " its file with --program.", e);
        }
    }

    private static Ended wait(Process process, Duration limit, BooleanSupplier cancelled) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!process.waitFor(LOOK, TimeUnit.MILLISECONDS)) {
                if (cancelled.getAsBoolean()) {
                    return stopped(process, Ended.CANCELLED);
                }
                if (System.nanoTime() - end > 0) {
                    return stopped(process, Ended.TIMED_OUT);
                }
            }
            return Ended.BY_ITSELF;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return stopped(process, Ended.CANCELLED);
        }
    }

    /** Kills the process and its children, and waits until they are gone, so that nothing writes into the folder any more. */
    private static Ended stopped(Process process, Ended why) {
        List<ProcessHandle> all = process.descendants().toList();
        all.forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        all.forEach(child -> child.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> child).join());
        process.onExit().orTimeout(5, TimeUnit.SECONDS).exceptionally(late -> process).join();
        return why;
    }

    private static String end(Path output) throws IOException {
        try (InputStream stream = Files.newInputStream(output)) {
            stream.skipNBytes(Math.max(0, Files.size(output) - LONGEST_OUTPUT));
            return new String(stream.readNBytes(LONGEST_OUTPUT), StandardCharsets.UTF_8);
        }
    }
}
