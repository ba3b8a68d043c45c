package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.generation.NeuralEngine;

/** The real training process: the training bundle with the natives of libtorch, fetched when needed. */
public final class LibtorchTrainer implements FineTuning.Trainer {

    private final List<Path> bundle;

    /** @param bundle class path of the training process without the natives */
    public LibtorchTrainer(List<Path> bundle) {
        this.bundle = List.copyOf(bundle);
    }

    /** Bytes of libraries that training would fetch first; 0 when they are there. */
    public static long bytesToFetch(FineTuningRequest request) {
        return natives(request.device()).missingBytes();
    }

    @Override
    public Optional<List<String>> command(FineTuningRequest request, Path folder, TuningControl control) throws IOException {
        List<Path> classPath = new ArrayList<>(bundle);
        LibtorchNatives natives = natives(request.device());
        if (!natives.complete()) {
            control.begins("Fetching libtorch, once: " + Download.megabytes(natives.missingBytes()) + " to "
                    + natives.folder());
        }
        return natives.fetch(control).map(jars -> {
            classPath.addAll(jars);
            return TrainerProcess.command(classPath, natives.folder().resolve("unpacked"), folder);
        });
    }

    private static LibtorchNatives natives(NeuralEngine.Device device) {
        if (device == NeuralEngine.Device.AUTO && NvidiaDriver.found()) {
            LibtorchNatives cuda = LibtorchNatives.ofThisMachine(true);
            if (cuda.complete()) {
                return cuda;
            }
        }
        return LibtorchNatives.ofThisMachine(device == NeuralEngine.Device.CUDA);
    }
}
