package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import net.bioclipse.adit.generation.LatentEncoder;
import net.bioclipse.adit.generation.Latents;

/** The encoder of the autoencoder in a session. */
final class OnnxEncoder implements LatentEncoder {

    private final Graph graph;
    private final LatentScale scale;

    OnnxEncoder(Graph graph, LatentScale scale) {
        this.graph = graph;
        this.scale = scale;
    }

    @Override
    public Latents encode(int batch, int atoms, long[] types, float[] positions, float[] fractional) {
        try (OnnxTensor t = graph.tensor(LongBuffer.wrap(types), batch, atoms);
                OnnxTensor p = graph.tensor(FloatBuffer.wrap(positions), batch, atoms, 3);
                OnnxTensor f = graph.tensor(FloatBuffer.wrap(fractional), batch, atoms, 3);
                OrtSession.Result result = graph.run(Map.of("types", t, "positions", p, "fractional", f))) {
            return new Latents(batch, atoms, scale.normalised(graph.floats(result, "mean", batch * atoms * Latents.WIDTH)));
        } catch (OrtException e) {
            throw graph.failure(e);
        }
    }
}
