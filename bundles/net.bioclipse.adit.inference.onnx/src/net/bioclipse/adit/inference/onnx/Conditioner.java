package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bioclipse.adit.generation.Denoiser.Condition;

/**
 * The modulations of the denoiser's blocks. They depend on time and classes only, so each is computed once and kept: the
 * steps of the next batch are the same ones.
 */
final class Conditioner {

    private static final int MOST_BYTES = 128 << 20;

    private record Key(float time, Condition condition) {
    }

    private final Graph graph;
    private final int width;
    private final Map<Key, FloatBuffer> known;

    /** @param width numbers in a row of modulations */
    Conditioner(Graph graph, int width) {
        this.graph = graph;
        this.width = width;
        int most = Math.max(1, MOST_BYTES / Float.BYTES / width);
        this.known = new LinkedHashMap<>(16, 0.75f, true) {

            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Key, FloatBuffer> eldest) {
                return size() > most;
            }
        };
    }

    int width() {
        return width;
    }

    /** One row, direct; the next reader gets it at its start. */
    FloatBuffer modulation(double time, Condition condition) {
        return known.computeIfAbsent(new Key((float) time, condition), this::compute).rewind();
    }

    private FloatBuffer compute(Key key) {
        try (OnnxTensor time = graph.tensor(FloatBuffer.wrap(new float[] {key.time()}), 1);
                OnnxTensor dataset = graph.tensor(LongBuffer.wrap(new long[] {key.condition().dataset()}), 1);
                OnnxTensor spaceGroup = graph.tensor(LongBuffer.wrap(new long[] {key.condition().spaceGroup()}), 1);
                OrtSession.Result result = graph.run(
                        Map.of("time", time, "dataset", dataset, "space_group", spaceGroup))) {
            return DirectFloats.allocate(width).put(graph.floats(result, "modulation", width));
        } catch (OrtException e) {
            throw graph.failure(e);
        }
    }
}
