package net.bioclipse.adit.generation;

import net.bioclipse.adit.modelpackage.MeanLatents;
import net.bioclipse.adit.modelpackage.ModelPackage;

/** A model ready to run. Whoever opened it closes it; closing twice is harmless. Safe for one thread at a time. */
public interface LoadedModel extends AutoCloseable {

    ModelPackage modelPackage();

    Denoiser denoiser();

    LatentDecoder decoder();

    LatentEncoder encoder();

    /** What the package says about means of latents, {@link MeanLatents#NONE} when nothing. */
    default MeanLatents meanLatents() {
        return MeanLatents.NONE;
    }

    /** The device that really computes, for people: "CPU, 2 threads" or "CUDA, NVIDIA …". */
    String device();

    @Override
    void close();
}
