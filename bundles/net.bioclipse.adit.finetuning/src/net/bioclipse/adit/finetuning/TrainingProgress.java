package net.bioclipse.adit.finetuning;

import java.util.OptionalDouble;

/**
 * How far training is.
 *
 * @param stage          what is trained: "autoencoder", "decoder" or "denoiser"
 * @param step           steps so far
 * @param epoch          passes over the data so far
 * @param trainLoss      running mean of the loss
 * @param validationLoss latest loss of the structures that are not learned from, if any
 * @param learningRate   at present
 * @param elapsedSeconds since training began, all runs of it together
 * @param secondsLeft    of the budget, if known
 */
public record TrainingProgress(String stage, long step, double epoch, double trainLoss, OptionalDouble validationLoss,
        double learningRate, double elapsedSeconds, OptionalDouble secondsLeft) {
}
