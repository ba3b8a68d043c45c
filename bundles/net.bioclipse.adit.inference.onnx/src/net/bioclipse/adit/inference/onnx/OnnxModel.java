package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import net.bioclipse.adit.generation.Denoiser;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.generation.LatentDecoder;
import net.bioclipse.adit.generation.LatentEncoder;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.MeanLatents;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/** The sessions of one model package. The encoder is opened when it is first asked for, since drawing does not need it. */
final class OnnxModel implements LoadedModel {

    private static final int LATENT = Architecture.LATENT;

    private final OrtEnvironment environment;
    private final ModelPackage modelPackage;
    private final Hardware hardware;
    private final Deque<Graph> open = new ArrayDeque<>();
    private final Denoiser denoiser;
    private final LatentDecoder decoder;
    private final MeanLatents meanLatents;
    private LatentEncoder encoder;
    private boolean closed;

    OnnxModel(OrtEnvironment environment, ModelPackage modelPackage, Hardware hardware) throws ModelPackageException {
        this.environment = environment;
        this.modelPackage = modelPackage;
        this.hardware = hardware;
        meanLatents = MeanLatents.of(modelPackage);
        Architecture architecture = modelPackage.architecture();
        int modulations = (6 * architecture.denoiserLayers() + 2) * architecture.denoiserWidth();
        LatentScale scale = new LatentScale(modelPackage.latentMean(), modelPackage.latentScale());
        try {
            Conditioner conditioner = new Conditioner(graph(new Graph.Contract("conditioner.onnx",
                    List.of(TensorPort.floats("time", "rows"), TensorPort.wholes("dataset", "rows"),
                            TensorPort.wholes("space_group", "rows")),
                    List.of(TensorPort.floats("modulation", "rows", modulations)))), modulations);
            denoiser = new OnnxDenoiser(graph(new Graph.Contract("denoiser.onnx",
                    List.of(TensorPort.floats("noisy", "batch", "atoms", LATENT),
                            TensorPort.floats("previous", "batch", "atoms", LATENT),
                            TensorPort.floats("modulation", "rows", modulations)),
                    List.of(TensorPort.floats("clean", "batch", "atoms", LATENT)))), conditioner);
            decoder = new OnnxDecoder(graph(new Graph.Contract("decoder.onnx",
                    List.of(TensorPort.floats("latents", "batch", "atoms", LATENT)),
                    List.of(TensorPort.floats("type_logits", "batch", "atoms", Architecture.ATOM_TYPES),
                            TensorPort.floats("positions", "batch", "atoms", 3),
                            TensorPort.floats("fractional", "batch", "atoms", 3),
                            TensorPort.floats("lattice", "batch", 6)))), scale);
        } catch (ModelPackageException | RuntimeException | UnsatisfiedLinkError e) {
            close();
            throw e;
        }
    }

    private Graph graph(Graph.Contract contract) throws ModelPackageException {
        Graph graph = Graph.open(environment, modelPackage, contract, hardware);
        open.push(graph);
        return graph;
    }

    @Override
    public ModelPackage modelPackage() {
        return modelPackage;
    }

    @Override
    public Denoiser denoiser() {
        return denoiser;
    }

    @Override
    public LatentDecoder decoder() {
        return decoder;
    }

    @Override
    public LatentEncoder encoder() {
        if (closed) {
            throw new IllegalStateException("The model '" + modelPackage.id() + "' is closed.");
        }
        if (encoder == null) {
            try {
                encoder = new OnnxEncoder(graph(new Graph.Contract("encoder.onnx",
                        List.of(TensorPort.wholes("types", "batch", "atoms"),
                                TensorPort.floats("positions", "batch", "atoms", 3),
                                TensorPort.floats("fractional", "batch", "atoms", 3)),
                        List.of(TensorPort.floats("mean", "batch", "atoms", LATENT),
                                TensorPort.floats("log_variance", "batch", "atoms", LATENT)))),
                        new LatentScale(modelPackage.latentMean(), modelPackage.latentScale()));
            } catch (ModelPackageException e) {
                throw new InferenceException(e.getMessage(), e);
            }
        }
        return encoder;
    }

    @Override
    public MeanLatents meanLatents() {
        return meanLatents;
    }

    @Override
    public String device() {
        return hardware.toString();
    }

    @Override
    public void close() {
        closed = true;
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
