package net.bioclipse.adit.finetuning;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * Runs the training process and listens to it. It speaks JSON lines on standard output; other lines and standard error go to
 * {@code trainer.log} in the plan folder. The line {@code stop} asks it to finish; the end of its input tells it that nobody
 * listens any more.
 */
final class TrainerProcess {

    static final String MAIN = "net.bioclipse.adit.training.TrainingProcess";

    private static final int LONGEST_LINE = 1 << 16;
    private static final String KEPT_BYTES = Long.toString(1L << 32);
    private static final long ASK_MILLIS = 200;
    private static final long GRACE_SECONDS = 120;

    private final Path folder;
    private final TuningControl control;
    private String device = "";
    private Optional<String> error = Optional.empty();
    private Optional<String> unfinished = Optional.empty();
    private Optional<TrainingOutcome> outcome = Optional.empty();

    TrainerProcess(Path folder, TuningControl control) {
        this.folder = folder;
        this.control = control;
    }

    /** The command that starts the real process. */
    static List<String> command(List<Path> classPath, Path unpacked, Path folder) {
        List<String> command = new ArrayList<>(javaCommand());
        command.addAll(List.of("-XX:+UseSerialGC", "-Dorg.bytedeco.javacpp.cachedir=" + unpacked,
                "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0", "-Dorg.bytedeco.javacpp.maxBytes=0", "-cp",
                classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)), MAIN,
                folder.toString()));
        return command;
    }

    static List<String> javaCommand() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    }

    /**
     * Runs to the end.
     *
     * @return empty when it was abandoned
     * @throws TrainingException when the process reports an error or ends without having finished
     */
    Optional<TrainingOutcome> run(List<String> command) throws IOException {
        Path log = folder.resolve("trainer.log");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        // The process has threads of its own; those of the numerical libraries would fight with them.
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("OMP_NUM_THREADS", "1");
        // glibc then keeps freed memory, of which every step needs as much again, and the threads share it, since what they
        // free in places of their own goes back in spite of this; others do not know these names.
        builder.environment().put("MALLOC_TRIM_THRESHOLD_", KEPT_BYTES);
        builder.environment().put("MALLOC_MMAP_THRESHOLD_", KEPT_BYTES);
        builder.environment().put("MALLOC_ARENA_MAX", "1");
        Process process = builder.start();
        try {
            if (!listen(process)) {
                return Optional.empty();
            }
            int code = process.waitFor();
            if (outcome.isPresent()) {
                return outcome;
            }
            throw new TrainingException(error.map(message -> "Training failed: " + message)
                    .or(() -> unfinished.map(stage -> "Training was stopped in its stage '" + stage + "', before a denoiser"
                            + " could learn the new latents, so that there is no model to keep yet" + way()))
                    .orElseGet(() -> "Training ended before it was done (code " + code + ")" + lastWords(log) + way()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TrainingException("Training was interrupted" + way());
        } finally {
            close(process);
        }
    }

    /** @return false when it was abandoned */
    private boolean listen(Process process) throws IOException, InterruptedException {
        BlockingQueue<Optional<String>> lines = new LinkedBlockingQueue<>();
        Thread reading = new Thread(() -> read(process, lines), "training process");
        reading.setDaemon(true);
        reading.start();
        boolean asked = false;
        long deadline = Long.MAX_VALUE;
        while (true) {
            Optional<String> line = lines.poll(ASK_MILLIS, TimeUnit.MILLISECONDS);
            if (line != null) {
                if (line.isEmpty()) {
                    return true;
                }
                hear(line.get());
            }
            if (control.isAbandoned()) {
                return false;
            }
            if (!asked && control.isCancelled()) {
                asked = true;
                deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(GRACE_SECONDS);
                say(process, "stop\n");
            }
            if (asked && System.nanoTime() - deadline > 0) {
                process.destroy();
                return true;
            }
        }
    }

    private static void say(Process process, String line) {
        try {
            OutputStream in = process.getOutputStream();
            in.write(line.getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException e) {
            // It has ended by itself; its last lines are still to be heard.
        }
    }

    /** An empty line object is the end. */
    private static void read(Process process, BlockingQueue<Optional<String>> lines) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0; c = reader.read()) {
                if (c == '\n') {
                    lines.add(Optional.of(line.toString()));
                    line.setLength(0);
                } else if (line.length() < LONGEST_LINE) {
                    line.append((char) c);
                }
            }
        } catch (IOException e) {
            // The process is gone; its exit code says more.
        } finally {
            lines.add(Optional.empty());
        }
    }

    private void hear(String line) throws IOException {
        Optional<JsonObject> event = event(line);
        if (event.isEmpty()) {
            Files.writeString(folder.resolve("trainer.log"), line + "\n", java.nio.file.StandardOpenOption.APPEND,
                    java.nio.file.StandardOpenOption.CREATE);
            return;
        }
        JsonObject said = event.get();
        switch (text(said, "event")) {
            case "progress" -> control.training(new TrainingProgress(text(said, "stage"),
                    (long) number(said, "step").orElse(0), number(said, "epoch").orElse(0), number(said,
                            "trainLoss").orElse(Double.NaN),
                    number(said, "validationLoss"), number(said, "learningRate").orElse(Double.NaN),
                    number(said, "elapsedSeconds").orElse(0), number(said, "secondsLeft")));
            case "done" -> outcome = Optional.of(new TrainingOutcome((long) number(said, "steps").orElse(0),
                    number(said, "epochs").orElse(0), number(said, "elapsedSeconds").orElse(0), device,
                    number(said, "trainLoss"), number(said, "validationLoss"),
                    TrainingOutcome.Ending.of(text(said, "reason")), text(said, "halfway").equals("true")));
            case "start" -> device = text(said, "device");
            case "unfinished" -> unfinished = Optional.of(text(said, "stage"));
            case "error" -> error = Optional.of(text(said, "message").replaceAll("\\p{Cntrl}+", " "));
            default -> {
                // "validation", "checkpoint" and later ones are for other listeners.
            }
        }
    }

    private static Optional<JsonObject> event(String line) {
        try {
            JsonElement element = line.startsWith("{") ? JsonParser.parseString(line) : null;
            return element != null && element.isJsonObject() && element.getAsJsonObject().has("event")
                    ? Optional.of(element.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject event, String key) {
        return event.has(key) && event.get(key).isJsonPrimitive() ? event.get(key).getAsString() : "";
    }

    private static OptionalDouble number(JsonObject event, String key) {
        boolean there = event.has(key) && event.get(key).isJsonPrimitive() && event.getAsJsonPrimitive(key).isNumber();
        return there ? OptionalDouble.of(event.get(key).getAsDouble()) : OptionalDouble.empty();
    }

    private String way() {
        return Files.exists(folder.resolve("checkpoint")) ? "; 'resume' goes on from its last checkpoint." : ".";
    }

    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
                    .filter(line -> !line.isBlank()).toList();
            return lines.isEmpty() ? "" : "; its last words: " + lines.get(lines.size() - 1).strip();
        } catch (IOException e) {
            return "";
        }
    }

    /** Closing its input makes the process keep a checkpoint and end; a deaf one is ended. */
    private static void close(Process process) {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
