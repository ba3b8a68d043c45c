package net.bioclipse.adit.generation;

import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/** Runs the networks of a model package. */
public interface NeuralEngine {

    /** Where to compute. AUTO takes a GPU when one works and otherwise the CPU; CUDA fails when there is none. */
    enum Device { AUTO, CPU, CUDA }

    /**
     * @param device  where to compute
     * @param threads CPU threads, 0 for as many as there are cores
     */
    record Options(Device device, int threads) {
    }

    /**
     * @throws ModelPackageException when a graph does not fulfil the tensor contract
     * @throws InferenceException    when the device cannot be had or the engine fails
     */
    LoadedModel open(ModelPackage modelPackage, Options options) throws ModelPackageException;
}
