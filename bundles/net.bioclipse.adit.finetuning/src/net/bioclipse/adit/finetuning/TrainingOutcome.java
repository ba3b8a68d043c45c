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
 * @param ending         why it ended
 */
public record TrainingOutcome(long steps, double epochs, double elapsedSeconds, String device, OptionalDouble trainLoss,
        OptionalDouble validationLoss, Ending ending) {

    /** Why a training ended. */
    public enum Ending {

        /** Time or passes were spent. */
        BUDGET,
        /** It was asked to finish early. */
        STOPPED,
        /** The validation loss fell no more; the weights are the best ones. */
        EARLY;

        /** By the word of the training process. */
        static Ending of(String reason) {
            return reason.equals("stopped") ? STOPPED : reason.equals("early") ? EARLY : BUDGET;
        }

        /** For a sentence on how much was learned: "", or why it is not more, after a comma. */
        public String clause() {
            return switch (this) {
                case BUDGET -> "";
                case STOPPED -> ", stopped early";
                case EARLY -> ", ended as the validation loss fell no more";
            };
        }
    }
}
