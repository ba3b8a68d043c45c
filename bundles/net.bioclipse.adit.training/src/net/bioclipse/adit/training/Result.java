package net.bioclipse.adit.training;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;

/** The folder that receives what was learned; the weights come last, so that where they are everything is. */
record Result(Path folder, TrainingPlan plan, TrainingData data) {

    /** @param latents null: the denoiser was not reached */
    void write(ParameterLayout layout, float[] weights, LatentCache latents, List<String> curve)
            throws IOException, ModelPackageException {
        Files.createDirectories(folder);
        Path file = folder.resolve("weights.safetensors");
        Files.deleteIfExists(file);
        text("losses.csv", String.join("\n", curve) + "\n");
        if (latents != null) {
            writeMeans(latents);
        }
        if (latents != null && plan.both()) {
            Map<String, double[]> scale = new LinkedHashMap<>();
            scale.put("mean", latents.mean());
            scale.put("scale", latents.scale());
            text("latent.json", new Gson().toJson(scale) + "\n");
        }
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        layout.all().forEach(p -> shapes.put(p.name(), Arrays.stream(p.shape()).boxed().toList()));
        SafetensorsWriter.write(file, TensorType.F32, shapes, name -> {
            ParameterLayout.Parameter p = layout.get(name);
            return Arrays.copyOfRange(weights, p.offset(), p.offset() + p.length());
        });
    }

    /** Which means of latents there are: what is drawn is to be like the data. */
    private void writeMeans(LatentCache latents) throws IOException, ModelPackageException {
        List<SafetensorsWriter.Tensor> tensors = new ArrayList<>();
        latents.means(data.train()).forEach((bucket, mean) -> tensors.add(new SafetensorsWriter.Tensor(
                (bucket.crystal() ? "crystal." : "molecule.") + bucket.atoms(),
                List.of((long) bucket.size(), (long) Architecture.LATENT), mean)));
        SafetensorsWriter.write(folder.resolve("means.safetensors"), tensors);
    }

    private void text(String name, String text) throws IOException {
        Path part = folder.resolve(name + ".part");
        Files.writeString(part, text);
        Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
