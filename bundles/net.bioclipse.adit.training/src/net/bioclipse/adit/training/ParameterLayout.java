package net.bioclipse.adit.training;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.Parameters;

/** All parameters of the networks side by side in one array: where each begins, in the order of {@link Parameters}. */
final class ParameterLayout {

    /** A part of the array. */
    record Range(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** One parameter. A matrix of a Transformer layer is one in which the time goes: it may be multiplied in bfloat16. */
    record Parameter(String name, int offset, int length, long[] shape) {
        boolean isHiddenMatrix() {
            return shape.length == 2 && (name.contains(".attention.") || name.contains(".mlp."));
        }
    }

    private final Map<String, Parameter> parameters = new LinkedHashMap<>();
    private final int size;

    ParameterLayout(Architecture architecture) {
        long offset = 0;
        for (Map.Entry<String, List<Long>> entry : Parameters.of(architecture).entrySet()) {
            long[] shape = entry.getValue().stream().mapToLong(Long::longValue).toArray();
            long length = entry.getValue().stream().reduce(1L, Math::multiplyExact);
            if (offset + length > Integer.MAX_VALUE - 8) {
                throw new TrainingException("The networks cannot be trained: they have more than 2³¹ parameters; "
                        + "a smaller architecture would be right (plan.json).");
            }
            parameters.put(entry.getKey(), new Parameter(entry.getKey(), (int) offset, (int) length, shape));
            offset += length;
        }
        size = (int) offset;
    }

    int size() {
        return size;
    }

    Range whole() {
        return new Range(0, size);
    }

    List<Parameter> all() {
        return List.copyOf(parameters.values());
    }

    Parameter get(String name) {
        return parameters.get(name);
    }

    List<Parameter> in(Range range) {
        List<Parameter> inside = new ArrayList<>(parameters.values());
        inside.removeIf(p -> p.offset() < range.start() || p.offset() >= range.end());
        return inside;
    }

    /** The parameters from the first of one network to the last of another one. */
    Range range(String first, String last) {
        int start = size;
        int end = 0;
        for (Parameter p : parameters.values()) {
            if (p.name().startsWith(first + ".")) {
                start = Math.min(start, p.offset());
            }
            if (p.name().startsWith(last + ".")) {
                end = p.offset() + p.length();
            }
        }
        return new Range(start, end);
    }
}
