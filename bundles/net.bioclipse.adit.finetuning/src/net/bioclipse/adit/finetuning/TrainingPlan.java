package net.bioclipse.adit.finetuning;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.bioclipse.adit.finetuning.conventions.TrainingArrays;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.SafetensorsWriter.Tensor;

/**
 * Writes what the training process reads: {@code plan.json} (format {@code adit-training-plan/1}), {@code data.safetensors}
 * with the arrays of {@code train} and {@code val} by kind and number of atoms, and the parent's weights as
 * {@code base.safetensors}.
 */
final class TrainingPlan {

    static final String WEIGHTS = "weights.safetensors";

    /** Validations, of thirty in the budget, without improvement: from then on a good parent only learns its data by heart. */
    private static final int PATIENCE = 8;
    /** Training anew has its best weights at the end, to which the learning rate falls. */
    private static final int ALL_VALIDATIONS = 100;

    private static final String FORMAT = "adit-training-plan/1";

    private TrainingPlan() {
    }

    /** @param base the parent, or empty for random weights */
    static void write(Path folder, FineTuningRequest request, Architecture architecture, Optional<ModelPackage> base,
            TrainingSet data) throws IOException, ModelPackageException {
        Files.createDirectories(folder);
        writeData(folder.resolve("data.safetensors"), data);
        if (base.isPresent()) {
            Files.copy(base.get().directory().resolve(WEIGHTS), folder.resolve("base.safetensors"),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        Files.writeString(folder.resolve("plan.json"),
                new GsonBuilder().setPrettyPrinting().serializeNulls().create().toJson(plan(request, architecture, base))
                        + "\n");
    }

    private static JsonObject plan(FineTuningRequest request, Architecture architecture, Optional<ModelPackage> base) {
        JsonObject plan = new JsonObject();
        plan.addProperty("format", FORMAT);
        plan.add("architecture", json(architecture));
        plan.add("latent", base.isPresent() && request.stage() == FineTuningRequest.Stage.DENOISER
                ? latent(base.get().latentMean(), base.get().latentScale()) : JsonNull.INSTANCE);
        plan.addProperty("stage", Parameter.word(request.stage()));
        plan.addProperty("minutes", request.minutes().orElse(null));
        plan.addProperty("epochs", request.epochs().orElse(null));
        plan.addProperty("learningRate", request.rate());
        plan.addProperty("seed", request.seed());
        plan.addProperty("threads", request.trainingThreads());
        plan.addProperty("device", Parameter.word(request.device()));
        plan.addProperty("batchTokens", request.pretraining() ? 4096 : 2048);
        plan.add("moleculeShare", JsonNull.INSTANCE);
        plan.addProperty("timeLimit", 0.8);
        plan.addProperty("latentNoise", 0.5);
        plan.addProperty("decoderNoise", 0.5);
        plan.addProperty("patience", request.pretraining() ? ALL_VALIDATIONS : PATIENCE);
        plan.addProperty("checkpointMinutes", 1);
        return plan;
    }

    /** @throws TrainingException when a file that this program or the training process wrote is no JSON */
    static JsonObject parsed(Path file) throws IOException {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new TrainingException("'" + file + "' is damaged: a JSON object would be right.");
        }
    }

    static JsonObject json(Architecture architecture) {
        JsonObject json = new JsonObject();
        json.addProperty("autoencoderWidth", architecture.autoencoderWidth());
        json.addProperty("encoderLayers", architecture.encoderLayers());
        json.addProperty("decoderLayers", architecture.decoderLayers());
        json.addProperty("autoencoderHeads", architecture.autoencoderHeads());
        json.addProperty("denoiserWidth", architecture.denoiserWidth());
        json.addProperty("denoiserLayers", architecture.denoiserLayers());
        json.addProperty("denoiserHeads", architecture.denoiserHeads());
        json.addProperty("timeScale", architecture.timeScale());
        return json;
    }

    static JsonObject latent(double[] mean, double[] scale) {
        JsonObject json = new JsonObject();
        json.add("mean", array(mean));
        json.add("scale", array(scale));
        return json;
    }

    private static JsonArray array(double[] numbers) {
        JsonArray array = new JsonArray();
        for (double number : numbers) {
            array.add(number);
        }
        return array;
    }

    private static void writeData(Path target, TrainingSet data) throws IOException, ModelPackageException {
        List<Tensor> tensors = new ArrayList<>();
        addTensors(tensors, "train", data.training());
        addTensors(tensors, "val", data.validation());
        SafetensorsWriter.write(target, tensors);
    }

    private static void addTensors(List<Tensor> tensors, String split, List<TrainingArrays> structures) {
        Map<String, List<TrainingArrays>> groups = new TreeMap<>();
        structures.forEach(arrays -> groups.computeIfAbsent(split + "/" + arrays.kind().word() + "/" + arrays.atomCount(),
                name -> new ArrayList<>()).add(arrays));
        groups.forEach((name, group) -> {
            long m = group.size();
            long n = group.get(0).atomCount();
            int[] types = group.stream().flatMapToInt(arrays -> java.util.Arrays.stream(arrays.types())).toArray();
            tensors.add(new Tensor(name + "/types", List.of(m, n), types));
            tensors.add(new Tensor(name + "/positions", List.of(m, n, 3L),
                    floats(group.stream().map(TrainingArrays::positions).toList())));
            tensors.add(new Tensor(name + "/fractional", List.of(m, n, 3L),
                    floats(group.stream().map(TrainingArrays::fractional).toList())));
            tensors.add(new Tensor(name + "/lattice", List.of(m, 6L),
                    floats(group.stream().map(TrainingArrays::lattice).toList())));
        });
    }

    private static float[] floats(List<double[]> rows) {
        float[] floats = new float[rows.size() * rows.get(0).length];
        int at = 0;
        for (double[] row : rows) {
            for (double value : row) {
                floats[at++] = (float) value;
            }
        }
        return floats;
    }
}
