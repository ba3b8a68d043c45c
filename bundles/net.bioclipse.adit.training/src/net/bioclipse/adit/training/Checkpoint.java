package net.bioclipse.adit.training;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;

/**
 * A training that was interrupted: {@code state.json} and the file of arrays that it names. The arrays are written first, so
 * that there is a whole checkpoint at every moment.
 *
 * @param state  all but the arrays
 * @param arrays by name
 */
record Checkpoint(State state, Map<String, float[]> arrays) {

    private static final String STATE = "state.json";

    /**
     * @param identity      of plan and data, compared when resumed
     * @param bfloat16      whether hidden matrices were multiplied so
     * @param stage         index of the stage
     * @param step          steps of this stage
     * @param structures    that this stage saw
     * @param seconds       that this stage took
     * @param meanLoss      running mean of the training loss; null before the first step
     * @param bestLoss      smallest validation loss of this stage; null before the first validation
     * @param waiting       validations since then
     * @param validations   of this stage
     * @param stepsBefore   steps of earlier stages
     * @param secondsBefore that earlier stages took
     * @param epochsBefore  that earlier stages took
     * @param latentMean    null before the denoiser's stage
     * @param latentScale   null before the denoiser's stage
     * @param curve         rows of the loss curve
     * @param file          name of the file of arrays
     */
    record State(String identity, boolean bfloat16, int stage, long step, long structures, double seconds, Double meanLoss,
            Double bestLoss, int waiting, int validations, long stepsBefore, double secondsBefore, double epochsBefore,
            double[] latentMean, double[] latentScale, List<String> curve, String file) {
    }

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(STATE));
    }

    /** @throws TrainingException when it is damaged or belongs to another plan */
    static Checkpoint read(Path folder, String identity) throws IOException {
        Path file = folder.resolve(STATE);
        try {
            State state = new Gson().fromJson(Files.readString(file), State.class);
            if (state == null || state.file == null || state.curve == null
                    || !state.file.matches("[a-z0-9-]+\\.safetensors")) {
                throw refuse("it is damaged", file);
            }
            if (!identity.equals(state.identity)) {
                throw refuse("it belongs to another plan or other data", file);
            }
            SafetensorsFile tensors = SafetensorsFile.open(folder.resolve(state.file));
            Map<String, float[]> arrays = new TreeMap<>();
            for (String name : tensors.tensors().keySet()) {
                arrays.put(name, tensors.floats(name));
            }
            return new Checkpoint(state, arrays);
        } catch (JsonParseException | ModelPackageException e) {
            throw refuse("it is damaged", file);
        }
    }

    /** Puts the weights of all networks back. */
    void restore(float[] weights) {
        float[] kept = array("weights", weights.length);
        System.arraycopy(kept, 0, weights, 0, weights.length);
    }

    /** @throws TrainingException when there is no array of this name and length */
    float[] array(String name, int length) {
        float[] kept = arrays.get(name);
        if (kept == null || kept.length != length) {
            throw refuse("it is damaged", Path.of(state.file));
        }
        return kept;
    }

    void write(Path folder) throws IOException, ModelPackageException {
        Files.createDirectories(folder);
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        arrays.forEach((name, values) -> tensors.add(
                new SafetensorsWriter.Tensor(name, List.of((long) values.length), values)));
        SafetensorsWriter.write(folder.resolve(state.file), tensors);
        Path part = folder.resolve(STATE + ".part");
        Files.writeString(part, new Gson().toJson(state));
        Files.move(part, folder.resolve(STATE), StandardCopyOption.REPLACE_EXISTING);
        clean(folder, state.file);
    }

    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            Files.deleteIfExists(folder.resolve(STATE));
            clean(folder, "");
            Files.deleteIfExists(folder);
        }
    }

    private static void clean(Path folder, String kept) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (name.matches("[a-z0-9-]+\\.safetensors(\\.part)?") && !name.equals(kept)) {
                    Files.delete(file);
                }
            }
        }
    }

    private static TrainingException refuse(String found, Path file) {
        return new TrainingException("The checkpoint cannot be resumed: " + found
                + "; the folder of the same, interrupted training, or no checkpoint, would be right (" + file + ").");
    }
}
