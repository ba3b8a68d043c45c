package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/**
 * ONNX Runtime as the engine. The natives inside its jar compute on the CPU; for CUDA the system property
 * {@code onnxruntime.native.path} names a folder with GPU natives of the same version.
 */
public final class OnnxEngine implements NeuralEngine {

    /** The version of ONNX Runtime that is loaded, for run records. */
    public String version() {
        return environment().getVersion();
    }

    @Override
    public LoadedModel open(ModelPackage modelPackage, Options options) throws ModelPackageException {
        OrtEnvironment environment = environment();
        if (options.device() != Device.CPU) {
            try {
                return openOnCuda(environment, modelPackage, options.threads());
            } catch (OrtException | UnsatisfiedLinkError e) {
                if (options.device() == Device.CUDA) {
                    throw new InferenceException("The device cuda was asked for, but CUDA does not work here: "
                            + Graph.firstLine(e) + "; right would be an NVIDIA GPU with its driver, CUDA and cuDNN, and the"
                            + " GPU natives of ONNX Runtime " + environment.getVersion() + " in the folder named by"
                            + " -Donnxruntime.native.path; or --device cpu.", e);
                }
            }
        }
        return new OnnxModel(environment, modelPackage, Hardware.cpu(options.threads()));
    }

    private static LoadedModel openOnCuda(OrtEnvironment environment, ModelPackage modelPackage, int threads)
            throws OrtException, ModelPackageException {
        // Asked first, because trying to add a missing provider may write to standard error.
        if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
            throw new OrtException("this build of ONNX Runtime has no CUDA provider");
        }
        try {
            return new OnnxModel(environment, modelPackage, Hardware.cuda(threads));
        } catch (ModelPackageException e) {
            // Libraries of CUDA are loaded with the first session. A damaged graph fails again on the CPU.
            if (e.getCause() instanceof OrtException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** One for the process; never closed, since other models may live on it. */
    private static OrtEnvironment environment() {
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "adit");
            environment.setTelemetry(false);
            return environment;
        } catch (OrtException | LinkageError e) {
            throw new InferenceException("ONNX Runtime was to be started but its native libraries cannot be loaded on "
                    + System.getProperty("os.name") + " " + System.getProperty("os.arch") + " (" + Graph.firstLine(e)
                    + "); right would be Linux x64 or arm64, Windows x64 or macOS arm64, or the folder of suitable natives"
                    + " in -Donnxruntime.native.path.", e);
        }
    }
}
