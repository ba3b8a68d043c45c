package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.Parameters;

/**
 * Where a model is made: in {@code OUTPUT.training} beside the output until it is whole.
 *
 * @param output the folder that shall appear
 */
record TuningPlaces(Path output) {

    /** Of all weights, at the same time on the disk: the parent's, and five arrays of a checkpoint and of the one before. */
    private static final long COPIES = 11;

    static TuningPlaces of(FineTuningRequest request, Path directory) {
        return new TuningPlaces(directory.resolve(request.output()).toAbsolutePath().normalize());
    }

    /** Holds the work that goes on, or one that was interrupted. */
    Path work() {
        return output.resolveSibling(output.getFileName() + ".training");
    }

    /** The table of refused records; it names files and therefore lies beside the package. */
    Path refused() {
        return output.resolveSibling(output.getFileName() + ".refused.csv");
    }

    /** What parent and new model drew, beside the package too: drawings of a model may be as secret as its data. */
    Path samples() {
        return output.resolveSibling(output.getFileName() + ".samples");
    }

    /** How training ended; there from then on until the package is whole. */
    Path outcome() {
        return work().resolve("outcome.properties");
    }

    /** Whether there is anything to go on with. */
    boolean worthKeeping() {
        return Files.exists(work().resolve("checkpoint")) || Files.exists(outcome());
    }

    /** @throws IllegalRequestException when something is in the way, or nothing is there to be resumed */
    void check(boolean resume) throws IOException {
        if (Files.exists(output) && !isEmptyFolder(output)) {
            throw new IllegalRequestException("'output' is '" + output + "', which exists; right would be a new or an empty"
                    + " folder.");
        }
        Path parent = output.getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw new IllegalRequestException("'output' is '" + output + "', but there is no folder '" + parent
                    + "'; create it first.");
        }
        if (resume != Files.exists(work())) {
            throw new IllegalRequestException(resume
                    ? "'resume' was asked for, but there is no interrupted training '" + work() + "'; leave 'resume' out."
                    : "An interrupted training lies in '" + work() + "'; ask for 'resume' to go on with it, or delete it.");
        }
    }

    /** Said now, not after hours of training. */
    void checkRoom(Architecture architecture) throws IOException {
        long parameters = Parameters.of(architecture).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b)).sum();
        long needed = COPIES * Float.BYTES * parameters;
        long free = Files.getFileStore(output.getParent()).getUsableSpace();
        if (free < needed) {
            throw new IOException("'output' is '" + output + "', for which about " + Download.megabytes(needed)
                    + " are needed while it is made, but " + Download.megabytes(free)
                    + " are free there; free some space or name another place.");
        }
    }

    /** A sentence for the user: of a full disk the system says only "No space left on device". */
    IOException told(IOException failure) {
        boolean plain = failure.getClass() == IOException.class && !String.valueOf(failure.getMessage()).endsWith(".");
        return !plain ? failure
                : new IOException("The training in '" + work() + "' broke off: " + failure.getMessage()
                        + (worthKeeping() ? "; when that is mended, 'resume' goes on where it was."
                                : "; nothing was learned yet, and nothing is left there."), failure);
    }

    private static boolean isEmptyFolder(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.findAny().isEmpty();
        }
    }

    /** A folder with all that is in it; one that does not exist is as good as deleted. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
