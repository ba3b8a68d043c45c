package net.bioclipse.adit.training;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/**
 * The process that trains: {@code java -cp … net.bioclipse.adit.training.TrainingProcess FOLDER}, with the natives of
 * libtorch on the class path and OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 in the environment (K threads of ours work side by
 * side; thread pools of the libraries would fight with them).
 *
 * <p>The folder holds {@code plan.json}, {@code data.safetensors} and, unless the training starts from random weights,
 * {@code base.safetensors}. It receives {@code checkpoint/} and at the end {@code result/}. Events are JSON lines on
 * standard output. A line "stop" on standard input ends the training and keeps the result; the end of the input leaves a
 * checkpoint. Exit code 0 in both cases, 1 after an event "error".
 */
public final class TrainingProcess {

    private TrainingProcess() {
    }

    public static void main(String[] arguments) {
        ignoreInterruptions();
        Events events = new Events(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        StopSignal signal = new StopSignal();
        signal.listen(System.in);
        // Native threads must not outlive a failure.
        Runtime.getRuntime().halt(run(arguments, events, signal));
    }

    /**
     * Ctrl-C in a terminal reaches all its processes; the parent takes it as a wish and says "stop". By reflection:
     * {@code sun.misc.Signal} is in every JDK but in no Java SE profile that bundles compile against.
     */
    private static void ignoreInterruptions() {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            signal.getMethod("handle", signal, handler).invoke(null, signal.getConstructor(String.class).newInstance("INT"),
                    handler.getField("SIG_IGN").get(null));
        } catch (ReflectiveOperationException | RuntimeException e) {
            // An unusual JVM, or one started with -Xrs: Ctrl-C ends the process, and its last checkpoint stays.
        }
    }

    static int run(String[] arguments, Events events, StopSignal signal) {
        if (arguments.length != 1) {
            return fail(events, "The training process was asked with " + arguments.length
                    + " arguments; the folder of a training plan would be right.");
        }
        try {
            new Training(new PlanFolder(Path.of(arguments[0])), events, signal).run();
            return 0;
        } catch (TrainingException | ModelPackageException e) {
            return fail(events, e.getMessage());
        } catch (NoSuchFileException e) {
            return fail(events, "The training cannot begin: " + e.getFile() + " does not exist; a folder with plan.json and "
                    + "data.safetensors would be right.");
        } catch (FileSystemException e) {
            return fail(events, "The training cannot go on: " + e.getReason() + "; a readable and writable folder with "
                    + "free space would be right (" + e.getFile() + ").");
        } catch (IOException e) {
            return fail(events, "The training cannot go on: " + e.getMessage() + "; a readable and writable folder with "
                    + "free space would be right (" + arguments[0] + ").");
        } catch (LinkageError e) {
            return fail(events, "The training cannot begin: libtorch cannot be loaded (" + e.getMessage()
                    + "); its natives for this platform on the class path would be right.");
        } catch (OutOfMemoryError e) {
            return fail(events, "The training needs more memory than Java has (" + e.getMessage()
                    + "); a smaller batch or a larger -Xmx would be right.");
        } catch (RuntimeException e) { // libtorch throws them for everything, memory included
            return fail(events, "libtorch failed: "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given"));
        }
    }

    private static int fail(Events events, String message) {
        events.tell("error", "message", message.lines().findFirst().orElse(""));
        return 1;
    }
}
