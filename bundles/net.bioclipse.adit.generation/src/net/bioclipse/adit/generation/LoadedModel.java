package net.bioclipse.adit.generation;

import net.bioclipse.adit.modelpackage.ModelPackage;

/** A model ready to run. Whoever opened it closes it; closing twice is harmless. Safe for one thread at a time. */
public interface LoadedModel extends AutoCloseable {

    ModelPackage modelPackage();

    Denoiser denoiser();

    LatentDecoder decoder();

    LatentEncoder encoder();

    /** The device that really computes, for people: "CPU, 2 threads" or "CUDA, NVIDIA …". */
    String device();

    @Override
    void close();
}
