package net.bioclipse.adit.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.SafetensorsWriter;
import net.bioclipse.adit.modelpackage.SafetensorsWriter.Tensor;

/** Made-up structures and plans for tests. */
final class Samples {

    static final Architecture TINY = new Architecture(8, 1, 1, 2, 8, 1, 2, 1000);

    private Samples() {
    }

    static Bucket bucket(boolean crystal, int size, int atoms) {
        SplittableRandom random = new SplittableRandom(size * 31L + atoms);
        int[] types = random.ints((long) size * atoms, 1, 9).toArray();
        float[] lattice = new float[size * 6];
        for (int i = 0; crystal && i < lattice.length; i++) {
            lattice[i] = 1 + (float) random.nextDouble();
        }
        return new Bucket(crystal, size, atoms, types, StructureInput.normal(size * atoms * 3, random),
                crystal ? StructureInput.normal(size * atoms * 3, random) : new float[size * atoms * 3], lattice);
    }

    static List<Tensor> tensors(String split, Bucket b) {
        String group = split + (b.crystal() ? "/crystal/" : "/molecule/") + b.atoms() + "/";
        List<Tensor> tensors = new ArrayList<>();
        long size = b.size();
        tensors.add(new Tensor(group + "types", List.of(size, (long) b.atoms()), b.types()));
        tensors.add(new Tensor(group + "positions", List.of(size, (long) b.atoms(), 3L), b.positions()));
        tensors.add(new Tensor(group + "fractional", List.of(size, (long) b.atoms(), 3L), b.fractional()));
        tensors.add(new Tensor(group + "lattice", List.of(size, 6L), b.lattice()));
        return tensors;
    }

    /** A folder with 40 molecules and 16 crystals to train on, and eleven structures to validate on. */
    static PlanFolder folder(Path path, String... changes) throws IOException, ModelPackageException {
        Files.createDirectories(path);
        List<Tensor> tensors = new ArrayList<>(tensors("train", bucket(false, 40, 5)));
        tensors.addAll(tensors("train", bucket(true, 16, 3)));
        tensors.addAll(tensors("val", bucket(false, 7, 5)));
        tensors.addAll(tensors("val", bucket(true, 4, 3)));
        SafetensorsWriter.write(path.resolve("data.safetensors"), tensors);
        Files.writeString(path.resolve("plan.json"), plan(changes));
        return new PlanFolder(path);
    }

    /** @param changes texts of the plan and what to put in their places, in turn */
    static String plan(String... changes) {
        String plan = """
                {"format":"adit-training-plan/1","architecture":{"autoencoderWidth":8,"encoderLayers":1,"decoderLayers":1,
                "autoencoderHeads":2,"denoiserWidth":8,"denoiserLayers":1,"denoiserHeads":2,"timeScale":1000.0},
                "latent":{"mean":[0,0,0,0,0,0,0,0],"scale":[1,1,1,1,1,1,1,1]},"stage":"denoiser","minutes":null,"epochs":4,
                "learningRate":0.01,"seed":7,"threads":2,"device":"cpu","precision":"float32","batchTokens":50,
                "moleculeShare":null,"timeLimit":0.8,"latentNoise":0.5,"decoderNoise":0.5,"patience":100,
                "checkpointMinutes":1000}
                """;
        for (int i = 0; i < changes.length; i += 2) {
            if (!plan.contains(changes[i])) {
                throw new IllegalArgumentException("The plan does not hold " + changes[i]);
            }
            plan = plan.replace(changes[i], changes[i + 1]);
        }
        return plan;
    }
}
