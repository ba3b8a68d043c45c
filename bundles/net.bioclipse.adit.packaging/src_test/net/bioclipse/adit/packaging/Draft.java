package net.bioclipse.adit.packaging;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;

/** The draft of a tiny model of random weights. */
final class Draft {

    static final Architecture ARCHITECTURE = new Architecture(8, 1, 2, 2, 12, 2, 3, 1000);

    private Draft() {
    }

    static Path write(Path directory, TensorType type) throws Exception {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("draft.json"), """
                {"format": "adit-model-package/1", "id": "tiny", "description": "Random weights.",
                 "architecture": {"autoencoderWidth": 8, "encoderLayers": 1, "decoderLayers": 2, "autoencoderHeads": 2,
                   "denoiserWidth": 12, "denoiserLayers": 2, "denoiserHeads": 3, "timeScale": 1000},
                 "latent": {"mean": [0, 0, 0, 0, 0, 0, 0, 0], "scale": [1, 1, 1, 1, 1, 1, 1, 1]},
                 "sampler": {"name": "euler-flow/1", "steps": 5, "guidance": 1},
                 "kinds": {"molecule": {"dataset": 2, "atomCounts": {"3": 1}, "elements": [1, 8], "spaceGroups": {}}},
                 "conventions": {}, "trainingData": [], "metrics": {}, "licence": "CC0-1.0"}
                """);
        Files.writeString(directory.resolve("MODEL_CARD.md"), "# Tiny\n");
        Files.writeString(directory.resolve("LICENSE"), "CC0\n");
        writeWeights(directory, type, new Random(1));
        return directory;
    }

    static void writeWeights(Path directory, TensorType type, Random random) throws Exception {
        var shapes = Parameters.of(ARCHITECTURE);
        SafetensorsWriter.write(directory.resolve("weights.safetensors"), type, shapes, name -> {
            long count = shapes.get(name).stream().reduce(1L, (a, b) -> a * b);
            float[] values = new float[(int) count];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        });
    }
}
