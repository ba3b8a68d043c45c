package net.bioclipse.adit.finetuning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import net.bioclipse.adit.finetuning.conventions.Conventions;
import net.bioclipse.adit.generation.DecodedAtoms;
import net.bioclipse.adit.generation.Denoiser;
import net.bioclipse.adit.generation.LatentDecoder;
import net.bioclipse.adit.generation.LatentEncoder;
import net.bioclipse.adit.generation.Latents;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.TensorType;
import net.bioclipse.adit.packaging.PackageAssembler;

/** A parent with random weights, and an engine that draws water from every model. */
final class TinyModel {

    private TinyModel() {
    }

    static ModelPackage packageIn(Path directory) throws Exception {
        return packageIn(directory, Conventions.KNOWN);
    }

    static ModelPackage packageIn(Path directory, Map<String, String> conventions) throws Exception {
        Path draft = Files.createDirectories(directory.resolve("draft"));
        Files.writeString(draft.resolve("draft.json"), """
                {"format": "adit-model-package/1", "id": "tiny", "description": "Random weights.",
                 "architecture": {"autoencoderWidth": 8, "encoderLayers": 1, "decoderLayers": 2, "autoencoderHeads": 2,
                   "denoiserWidth": 12, "denoiserLayers": 2, "denoiserHeads": 3, "timeScale": 1000},
                 "latent": {"mean": [0, 0, 0, 0, 0, 0, 0, 0], "scale": [1, 1, 1, 1, 1, 1, 1, 1]},
                 "sampler": {"name": "euler-flow/1", "steps": 2, "guidance": 1},
                 "kinds": {"molecule": {"dataset": 2, "atomCounts": {"3": 1}, "elements": [1, 8], "spaceGroups": {}}},
                 "conventions": %s, "trainingData": [], "metrics": {}, "licence": "CC0-1.0"}
                """.formatted(new com.google.gson.Gson().toJson(conventions)));
        Files.writeString(draft.resolve("MODEL_CARD.md"), "# Tiny\n");
        Files.writeString(draft.resolve("LICENSE"), "CC0\n");
        Random random = new Random(1);
        var shapes = Parameters.of(new Architecture(8, 1, 2, 2, 12, 2, 3, 1000));
        SafetensorsWriter.write(draft.resolve("weights.safetensors"), TensorType.F32, shapes, name -> {
            float[] values = new float[shapes.get(name).stream().mapToInt(Long::intValue).reduce(1, (a, b) -> a * b)];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) random.nextGaussian();
            }
            return values;
        });
        PackageAssembler.assemble(draft, directory.resolve("tiny"));
        return ModelPackageReader.read(directory.resolve("tiny"));
    }

    /** Draws H–O–H for three atoms and a chain of oxygens for more. */
    static LoadedModel loaded(ModelPackage model) {
        return new LoadedModel() {

            @Override
            public ModelPackage modelPackage() {
                return model;
            }

            @Override
            public Denoiser denoiser() {
                return (noisy, previous, time, condition) -> noisy;
            }

            @Override
            public LatentDecoder decoder() {
                return latents -> {
                    int tokens = latents.batch() * latents.atoms();
                    float[] logits = new float[100 * tokens];
                    float[] positions = new float[3 * tokens];
                    for (int i = 0; i < tokens; i++) {
                        int atom = i % latents.atoms();
                        logits[100 * i + (latents.atoms() == 3 && atom != 1 ? 1 : 8)] = 9;
                        positions[3 * i] = 0.08f * atom;
                        positions[3 * i + 1] = atom == 1 ? 0.06f : 0;
                    }
                    return new DecodedAtoms(latents.batch(), latents.atoms(), logits, positions, positions,
                            new float[6 * latents.batch()]);
                };
            }

            @Override
            public LatentEncoder encoder() {
                return (batch, atoms, types, positions, fractional) -> Latents.zeros(batch, atoms); // changes no geometry
            }

            @Override
            public String device() {
                return "none";
            }

            @Override
            public void close() {
                // nothing is held
            }
        };
    }
}
