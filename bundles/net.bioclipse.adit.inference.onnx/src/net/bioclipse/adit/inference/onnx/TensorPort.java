package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An input or output that a graph must have.
 *
 * @param name       as in the graph
 * @param type       of its elements
 * @param dimensions a number where it is fixed, a word where it is free
 */
record TensorPort(String name, OnnxJavaType type, List<String> dimensions) {

    static TensorPort floats(String name, Object... dimensions) {
        return of(name, OnnxJavaType.FLOAT, dimensions);
    }

    static TensorPort wholes(String name, Object... dimensions) {
        return of(name, OnnxJavaType.INT64, dimensions);
    }

    private static TensorPort of(String name, OnnxJavaType type, Object... dimensions) {
        return new TensorPort(name, type, List.of(dimensions).stream().map(String::valueOf).toList());
    }

    /** Whether a graph's tensor can be used as this one; a free dimension of the graph fits everything. */
    boolean fits(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor) || tensor.type != type
                || tensor.getShape().length != dimensions.size()) {
            return false;
        }
        for (int i = 0; i < dimensions.size(); i++) {
            long found = tensor.getShape()[i];
            if (found != -1 && !dimensions.get(i).equals(Long.toString(found))) {
                return false;
            }
        }
        return true;
    }

    /** "float [batch, atoms, 8]". */
    String shown() {
        return word(type) + " " + dimensions;
    }

    static String shown(NodeInfo node) {
        if (!(node.getInfo() instanceof TensorInfo tensor)) {
            return "no tensor";
        }
        List<String> dimensions = new ArrayList<>();
        for (int i = 0; i < tensor.getShape().length; i++) {
            long size = tensor.getShape()[i];
            dimensions.add(size == -1 ? tensor.getDimensionNames()[i].isEmpty() ? "?" : tensor.getDimensionNames()[i]
                    : Long.toString(size));
        }
        return word(tensor.type) + " " + dimensions;
    }

    private static String word(OnnxJavaType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}
