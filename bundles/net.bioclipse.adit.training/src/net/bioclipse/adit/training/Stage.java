package net.bioclipse.adit.training;

import java.util.SplittableRandom;

/**
 * A part of the training.
 *
 * @param name     in events and in the loss curve
 * @param range    the parameters that it changes
 * @param share    of the budget
 * @param rate     factor on the learning rate of the plan
 * @param usable   whether the networks fit together when it ends early: a denoiser of other latents than the encoder's draws
 *                 nothing sensible
 * @param drawing  makes inputs from rows of a bucket; the same random numbers give the same input
 */
record Stage(String name, ParameterLayout.Range range, double share, double rate, boolean usable,
        Drawing drawing) {

    /** Makes an input. */
    @FunctionalInterface
    interface Drawing {
        Input draw(Batches.Draw rows, SplittableRandom random);
    }
}
