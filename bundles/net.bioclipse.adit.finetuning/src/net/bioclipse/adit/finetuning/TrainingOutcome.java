package net.bioclipse.adit.finetuning;

import java.util.OptionalDouble;

/**
 * How training ended.
 *
 * @param steps          steps of the optimiser
 * @param epochs         passes over the data
 * @param elapsedSeconds all runs together
 * @param device         what computed
 * @param trainLoss      last running mean of the loss
 * @param validationLoss loss of the structures that were not learned from, if there are any
 * @param stopped        whether it was asked to finish early
 */
public record TrainingOutcome(long steps, double epochs, double elapsedSeconds, String device, OptionalDouble trainLoss,
        OptionalDouble validationLoss, boolean stopped) {
}
