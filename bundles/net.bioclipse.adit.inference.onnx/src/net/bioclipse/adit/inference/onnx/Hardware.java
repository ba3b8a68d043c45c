package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * Where sessions compute.
 *
 * @param cuda    on the first GPU
 * @param threads of the CPU
 */
record Hardware(boolean cuda, int threads) {

    /** @param threads 0 for as many as there are cores */
    static Hardware cpu(int threads) {
        return new Hardware(false, threads == 0 ? Runtime.getRuntime().availableProcessors() : threads);
    }

    static Hardware cuda(int threads) {
        return new Hardware(true, cpu(threads).threads);
    }

    /** New options for one session; must be closed, and live as long as it. */
    SessionOptions options() throws OrtException {
        SessionOptions options = new SessionOptions();
        try {
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            options.setOptimizationLevel(SessionOptions.OptLevel.ALL_OPT);
            options.setInterOpNumThreads(1);
            options.setIntraOpNumThreads(threads);
            // Spinning threads gain nothing on an idle machine and halve the speed of a busy one.
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            if (cuda) {
                options.addCUDA(0);
            }
            return options;
        } catch (OrtException | RuntimeException | UnsatisfiedLinkError e) {
            options.close();
            throw e;
        }
    }

    /** For people. */
    @Override
    public String toString() {
        return cuda ? "CUDA, first GPU" : "CPU, " + threads + (threads == 1 ? " thread" : " threads");
    }
}
