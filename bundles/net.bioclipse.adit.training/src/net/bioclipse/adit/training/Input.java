package net.bioclipse.adit.training;

import org.bytedeco.pytorch.Tensor;

/** What a network sees of a batch and what it should answer, as arrays, with all random numbers already drawn. */
interface Input {

    /** Structures. */
    int size();

    /** Atoms of each structure. */
    int atoms();

    /** The structures from one index up to another one. */
    Input slice(int from, int to);

    /** The mean loss over the structures, a scalar that autograd can follow. */
    Tensor loss(Weights weights);
}
