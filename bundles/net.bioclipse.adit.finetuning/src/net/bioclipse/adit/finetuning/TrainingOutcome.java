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
 * @param halfway        whether the weights lie halfway between those of the parent and those that were learned
 */
public record TrainingOutcome(long steps, double epochs, double elapsedSeconds, String device, OptionalDouble trainLoss,
        OptionalDouble validationLoss, Ending ending, boolean halfway) {

    /** For a sentence on how much was learned: "", or what else there is to say, after a comma. */
    public String clause() {
        return ending.clause() + (halfway ? ", halfway between the parent and what was learned" : "");
    }

    /** Why a training ended. */
    public enum Ending {

        /** Time or passes were spent. */
        BUDGET,
        /** It was asked to finish early. */
        STOPPED,
        /** The validation loss fell no more. */
        EARLY;

        /** By the word of the training process. */
        static Ending of(String reason) {
            return reason.equals("stopped") ? STOPPED : reason.equals("early") ? EARLY : BUDGET;
        }

        private String clause() {
            return switch (this) {
                case BUDGET -> "";
                case STOPPED -> ", stopped early";
                case EARLY -> ", ended as the validation loss fell no more";
            };
        }
    }
}
