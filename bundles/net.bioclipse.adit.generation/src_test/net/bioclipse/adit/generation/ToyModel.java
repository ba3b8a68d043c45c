package net.bioclipse.adit.generation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;

/** A model without networks: a Gaussian world, and a decoder that reads elements and coordinates off the latents. */
final class ToyModel implements LoadedModel {

    private final Denoiser denoiser;
    private int decodings;

    ToyModel(Denoiser denoiser) {
        this.denoiser = denoiser;
    }

    ToyModel() {
        this(new GaussianDenoiser(0, 1));
    }

    /** Name, text, name, text …; kind molecule, count 10 and seed 1 unless said otherwise. */
    static GenerationRequest request(String... texts) {
        Map<String, String> map = new LinkedHashMap<>(Map.of("seed", "1", "steps", "5"));
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return GenerationParameters.request(map);
    }

    /** Called by the working thread only. A batch is decoded once and then once a round of the inversion. */
    int decodedBatches() {
        return decodings / (1 + InvertingDecoder.ROUNDS);
    }

    @Override
    public ModelPackage modelPackage() {
        return packageWith("euler-flow/1");
    }

    static ModelPackage packageWith(String sampler) {
        return new ModelPackage(Path.of("toy"), "toy", "A toy.", new Architecture(8, 1, 1, 1, 8, 1, 1, 1000),
                new double[8], new double[] {1, 1, 1, 1, 1, 1, 1, 1}, new ModelPackage.Sampler(sampler, 7, 1),
                Map.of("molecule", new ModelPackage.Kind(2, new TreeMap<>(Map.of(3, 5L, 4, 3L, 5, 2L)), List.of(1, 6, 8),
                        new TreeMap<>(), 1)),
                Map.of(), List.of(), Map.of(), "CC0-1.0", "0123");
    }

    @Override
    public Denoiser denoiser() {
        return denoiser;
    }

    @Override
    public LatentDecoder decoder() {
        return latents -> {
            decodings++;
            int tokens = latents.batch() * latents.atoms();
            float[] logits = new float[tokens * Architecture.ATOM_TYPES];
            float[] positions = new float[tokens * 3];
            for (int i = 0; i < tokens; i++) {
                int from = i * Latents.WIDTH;
                int to = i * Architecture.ATOM_TYPES;
                logits[to] = 99;
                logits[to + 1] = latents.values()[from];
                logits[to + 6] = latents.values()[from + 1];
                logits[to + 8] = latents.values()[from + 2];
                logits[to + 92] = 98;
                // Some structures cannot be decoded.
                positions[3 * i] = latents.values()[from + 3] > 1.6 ? Float.NaN : latents.values()[from + 3];
                positions[3 * i + 1] = latents.values()[from + 4];
                positions[3 * i + 2] = latents.values()[from + 5];
            }
            return new DecodedAtoms(latents.batch(), latents.atoms(), logits, positions, positions,
                    new float[latents.batch() * 6]);
        };
    }

    @Override
    public LatentEncoder encoder() {
        return (batch, atoms, types, positions, fractional) -> Latents.zeros(batch, atoms); // tells nothing, changes nothing
    }

    @Override
    public String device() {
        return "toy";
    }

    @Override
    public void close() {
        // nothing is held
    }

    /** Refuses oxygen, then a first atom far right. Molecules of one formula are the same; of five atoms nobody can tell. */
    static Assessment assess(AtomicStructure structure) {
        boolean dry = !structure.formula().counts().containsKey(8);
        boolean left = structure.positions()[0] < 10;
        return new Assessment(List.of(new Assessment.Finding("dry", dry, dry ? "" : "oxygen"),
                new Assessment.Finding("left", left, left ? "" : "atom 1")), List.of(), new int[0], Map.of(),
                structure.atomCount() == 5 ? Optional.empty() : Optional.of(structure.formula().toString()));
    }
}
