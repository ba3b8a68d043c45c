package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.util.Map;
import net.bioclipse.adit.generation.DecodedAtoms;
import net.bioclipse.adit.generation.LatentDecoder;
import net.bioclipse.adit.generation.Latents;
import net.bioclipse.adit.modelpackage.Architecture;

/** The decoder of the autoencoder in a session. */
final class OnnxDecoder implements LatentDecoder {

    private final Graph graph;
    private final LatentScale scale;

    OnnxDecoder(Graph graph, LatentScale scale) {
        this.graph = graph;
        this.scale = scale;
    }

    @Override
    public DecodedAtoms decode(Latents latents) {
        int batch = latents.batch();
        int tokens = batch * latents.atoms();
        try (OnnxTensor input = graph.tensor(FloatBuffer.wrap(scale.raw(latents.values())), batch, latents.atoms(),
                Latents.WIDTH); OrtSession.Result result = graph.run(Map.of("latents", input))) {
            return new DecodedAtoms(batch, latents.atoms(),
                    graph.floats(result, "type_logits", tokens * Architecture.ATOM_TYPES),
                    graph.floats(result, "positions", tokens * 3), graph.floats(result, "fractional", tokens * 3),
                    graph.floats(result, "lattice", batch * 6));
        } catch (OrtException e) {
            throw graph.failure(e);
        }
    }
}
