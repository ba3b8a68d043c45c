package net.bioclipse.adit.finetuning;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.StructureKind;

/**
 * What shall be learned from what, and how. The names are those of {@link FineTuningParameters}.
 *
 * @param data          files and folders of structures
 * @param output        folder to make
 * @param pretraining   whether to start from random weights and not from {@code base}
 * @param base          name or folder of the model to start from
 * @param architecture  sizes of the networks when pretraining
 * @param kind          structures to learn
 * @param minutes       time for training, empty when only epochs count
 * @param epochs        passes over the data, empty when only time counts; what is reached first ends the training
 * @param stage         networks to train
 * @param learningRate  highest rate, empty for {@link #rate()}'s default
 * @param device        where to train
 * @param threads       CPU threads, 0 for all cores
 * @param seed          of training and samples
 * @param samples       structures to draw before and after
 * @param acceptInvalid whether to learn from invalid structures
 * @param resume        whether to go on with what was interrupted
 */
public record FineTuningRequest(List<String> data, String output, boolean pretraining, String base, String architecture,
        Kinds kind, Optional<Double> minutes, Optional<Double> epochs, Stage stage, Optional<Double> learningRate,
        NeuralEngine.Device device, int threads, long seed, int samples, boolean acceptInvalid, boolean resume) {

    /** Structures to learn. */
    public enum Kinds {
        MOLECULE, CRYSTAL, BOTH;

        Set<StructureKind> set() {
            return this == BOTH ? EnumSet.allOf(StructureKind.class) : EnumSet.of(StructureKind.valueOf(name()));
        }
    }

    /** Networks to train. */
    public enum Stage { DENOISER, BOTH }

    /** The highest learning rate: as asked for, or one that was found to work. */
    public double rate() {
        return learningRate.orElse(pretraining ? 2e-3 : 5e-5);
    }

    /** CPU threads of the training process. */
    public int trainingThreads() {
        return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
    }
}
