package net.bioclipse.adit.training;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import net.bioclipse.adit.modelpackage.SafetensorsFile;

/** Weights to start from: those of a base model, or random ones as PyTorch draws them, with adaLN-Zero in the denoiser. */
final class InitialWeights {

    private static final double EMBEDDING_DEVIATION = 0.02;

    private InitialWeights() {
    }

    /** @param base a file that may be absent */
    static float[] of(Path base, Architecture architecture, ParameterLayout layout, long seed) throws ModelPackageException {
        return Files.exists(base) ? read(base, architecture, layout) : random(layout, new SplittableRandom(seed));
    }

    private static float[] read(Path base, Architecture architecture, ParameterLayout layout) throws ModelPackageException {
        SafetensorsFile file = SafetensorsFile.open(base);
        ModelPackageReader.checkTensors(file, architecture);
        float[] weights = new float[layout.size()];
        for (ParameterLayout.Parameter p : layout.all()) {
            float[] values = file.floats(p.name());
            for (float value : values) {
                if (!Float.isFinite(value)) {
                    throw new TrainingException("The base model cannot be used: tensor '" + p.name() + "' holds the value "
                            + value + "; numbers would be right (" + base + ").");
                }
            }
            System.arraycopy(values, 0, weights, p.offset(), values.length);
        }
        return weights;
    }

    static float[] random(ParameterLayout layout, SplittableRandom random) {
        float[] weights = new float[layout.size()];
        for (ParameterLayout.Parameter p : layout.all()) {
            for (int i = p.offset(); i < p.offset() + p.length(); i++) {
                weights[i] = (float) value(p, layout, random);
            }
        }
        return weights;
    }

    private static double value(ParameterLayout.Parameter p, ParameterLayout layout, SplittableRandom random) {
        String name = p.name();
        String module = name.substring(0, name.lastIndexOf('.'));
        boolean weight = name.endsWith(".weight");
        if (module.endsWith("norm") || module.endsWith("norm1") || module.endsWith("norm2")) {
            return weight ? 1 : 0;
        }
        if (module.endsWith(".modulation") || module.equals("denoiser.output")) {
            return 0;
        }
        if (module.equals("denoiser.datasets") || module.equals("denoiser.space_groups")) {
            return EMBEDDING_DEVIATION * random.nextGaussian();
        }
        if (module.equals("encoder.atom_types")) {
            return random.nextGaussian();
        }
        double bound = 1 / Math.sqrt(layout.get(module + ".weight").shape()[1]);
        return bound * (2 * random.nextDouble() - 1);
    }
}
