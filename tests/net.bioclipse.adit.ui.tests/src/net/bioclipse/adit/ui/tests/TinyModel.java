package net.bioclipse.adit.ui.tests;

import com.google.gson.Gson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;

/** A model of random weights that computes in no time and draws nothing sensible. */
final class TinyModel {

    private static final Architecture SIZES = new Architecture(8, 1, 2, 2, 12, 2, 3, 1000);

    private TinyModel() {
    }

    /** Makes the model "tiny" for molecules of up to 12 atoms in the folder {@code models/tiny}. */
    static void make(Path models, Path draft) throws Exception {
        Files.createDirectories(draft);
        Files.writeString(draft.resolve("draft.json"), """
                {"format": "adit-model-package/1", "id": "tiny", "description": "Random weights.",
                 "architecture": {"autoencoderWidth": 8, "encoderLayers": 1, "decoderLayers": 2, "autoencoderHeads": 2,
                   "denoiserWidth": 12, "denoiserLayers": 2, "denoiserHeads": 3, "timeScale": 1000},
                 "latent": {"mean": [0, 0, 0, 0, 0, 0, 0, 0], "scale": [1, 1, 1, 1, 1, 1, 1, 1]},
                 "sampler": {"name": "euler-flow/1", "steps": 2, "guidance": 1},
                 "kinds": {"molecule": {"dataset": 2, "atomCounts": {"5": 1, "12": 1}, "elements": [1, 6, 7, 8, 9],
                   "spaceGroups": {}}},
                 "conventions": %s, "trainingData": [], "metrics": {}, "licence": "CC0-1.0"}
                """.formatted(new Gson().toJson(Conventions.KNOWN)));
        Files.writeString(draft.resolve("MODEL_CARD.md"), "# Tiny\n");
        Files.writeString(draft.resolve("LICENSE"), "CC0\n");
        Random random = new Random(1);
        var shapes = Parameters.of(SIZES);
        SafetensorsWriter.write(draft.resolve("weights.safetensors"), TensorType.F32, shapes, name -> {
            float[] values = new float[shapes.get(name).stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        });
        Workshop.assemble(draft, models.resolve("tiny"));
    }
}
