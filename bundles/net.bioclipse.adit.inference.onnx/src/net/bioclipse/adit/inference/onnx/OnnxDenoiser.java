package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Map;
import net.bioclipse.adit.generation.Denoiser;
import net.bioclipse.adit.generation.Latents;

/** The Diffusion Transformer in a session. */
final class OnnxDenoiser implements Denoiser {

    private final Graph graph;
    private final Conditioner conditioner;
    private final DirectFloats noisyMemory = new DirectFloats();
    private final DirectFloats previousMemory = new DirectFloats();

    OnnxDenoiser(Graph graph, Conditioner conditioner) {
        this.graph = graph;
        this.conditioner = conditioner;
    }

    @Override
    public Latents predict(Latents noisy, Latents previous, double time, Condition condition) {
        int batch = noisy.batch();
        int atoms = noisy.atoms();
        try (OnnxTensor x = graph.tensor(noisyMemory.of(noisy.values()), batch, atoms, Latents.WIDTH);
                OnnxTensor p = graph.tensor(previousMemory.of(previous.values()), batch, atoms, Latents.WIDTH);
                OnnxTensor m = graph.tensor(conditioner.modulation(time, condition), 1, conditioner.width());
                OrtSession.Result result = graph.run(Map.of("noisy", x, "previous", p, "modulation", m))) {
            return new Latents(batch, atoms, graph.floats(result, "clean", batch * atoms * Latents.WIDTH));
        } catch (OrtException e) {
            throw graph.failure(e);
        }
    }
}
