package net.bioclipse.adit.modelpackage;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Array;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes safetensors files: the same tensors give the same bytes. The data begin at a multiple of 64 bytes, so that a
 * memory-mapped file can be used as it is. Weights are of one type, F32 or F16, and are asked for one tensor at a time; data
 * sets mix F32 and I32.
 */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 16;

    /** Gives the values of a tensor, row-major. */
    @FunctionalInterface
    public interface Values {
        float[] of(String name) throws ModelPackageException;
    }

    /**
     * A tensor in memory.
     *
     * @param name   its name in the file
     * @param type   F32 or I32
     * @param shape  its dimensions
     * @param values {@code float[]} or {@code int[]}, row-major
     */
    public record Tensor(String name, TensorType type, List<Long> shape, Object values) {

        public Tensor(String name, List<Long> shape, float[] values) {
            this(name, TensorType.F32, shape, values);
        }

        public Tensor(String name, List<Long> shape, int[] values) {
            this(name, TensorType.I32, shape, values);
        }
    }

    /** How one element of a tensor gets into the file. */
    @FunctionalInterface
    private interface Element {
        void put(ByteBuffer buffer, int index);
    }

    /** What fills the file behind the header. */
    @FunctionalInterface
    private interface Data {
        void write(OutputStream out) throws IOException, ModelPackageException;
    }

    private SafetensorsWriter() {
    }

    /**
     * Writes beside the target and then moves into place, so that a failure leaves an existing file as it was.
     *
     * @param type   F32 or F16 (rounded to nearest)
     * @param shapes name → shape, in the order in which they are to lie
     * @throws IllegalArgumentException when the type is another one or a tensor has not as many values as its shape
     */
    public static void write(Path target, TensorType type, Map<String, List<Long>> shapes, Values values)
            throws IOException, ModelPackageException {
        if (type != TensorType.F32 && type != TensorType.F16) {
            throw new IllegalArgumentException("Tensors can be written as F32 or F16, not as " + type + ".");
        }
        Map<String, TensorType> types = new LinkedHashMap<>();
        shapes.keySet().forEach(name -> types.put(name, type));
        write(target, types, shapes, out -> {
            for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
                float[] numbers = values.of(tensor.getKey());
                checkCount(tensor.getKey(), tensor.getValue(), numbers.length);
                writeTensor(out, type, numbers.length, type == TensorType.F32 ? (buffer, i) -> buffer.putFloat(numbers[i])
                        : (buffer, i) -> buffer.putShort(HalfPrecision.fromFloat(numbers[i])));
            }
        });
    }

    /**
     * Writes tensors of several types, as the other method does.
     *
     * @throws IllegalArgumentException when a tensor has not as many values as its shape or a name is there twice
     */
    public static void write(Path target, List<Tensor> tensors) throws IOException, ModelPackageException {
        Map<String, TensorType> types = new LinkedHashMap<>();
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        for (Tensor tensor : tensors) {
            checkCount(tensor.name(), tensor.shape(), Array.getLength(tensor.values()));
            if (types.put(tensor.name(), tensor.type()) != null) {
                throw new IllegalArgumentException("Tensor " + tensor.name() + " was given twice.");
            }
            shapes.put(tensor.name(), tensor.shape());
        }
        write(target, types, shapes, out -> {
            for (Tensor tensor : tensors) {
                if (tensor.values() instanceof float[] floats) {
                    writeTensor(out, tensor.type(), floats.length, (buffer, i) -> buffer.putFloat(floats[i]));
                } else {
                    int[] ints = (int[]) tensor.values();
                    writeTensor(out, tensor.type(), ints.length, (buffer, i) -> buffer.putInt(ints[i]));
                }
            }
        });
    }

    private static void write(Path target, Map<String, TensorType> types, Map<String, List<Long>> shapes, Data data)
            throws IOException, ModelPackageException {
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                writeHeader(out, types, shapes);
                data.write(out);
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeHeader(OutputStream out, Map<String, TensorType> types, Map<String, List<Long>> shapes)
            throws IOException {
        JsonObject header = new JsonObject();
        long offset = 0;
        for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
            TensorType type = types.get(tensor.getKey());
            long end = offset + elements(tensor.getValue()) * type.bytes();
            JsonObject entry = new JsonObject();
            entry.addProperty("dtype", type.name());
            entry.add("shape", array(tensor.getValue()));
            entry.add("data_offsets", array(List.of(offset, end)));
            header.add(tensor.getKey(), entry);
            offset = end;
        }
        byte[] json = header.toString().getBytes(StandardCharsets.UTF_8);
        int length = (json.length + Long.BYTES + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - Long.BYTES;
        byte[] padded = Arrays.copyOf(json, length);
        Arrays.fill(padded, json.length, length, (byte) ' ');
        out.write(ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array());
        out.write(padded);
    }

    private static void checkCount(String name, List<Long> shape, int values) {
        long needed = elements(shape);
        if (values != needed) {
            throw new IllegalArgumentException("Tensor " + name + " needs " + needed + " values, " + values
                    + " were given.");
        }
    }

    private static void writeTensor(OutputStream out, TensorType type, int count, Element element) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < count; i++) {
            element.put(buffer, i);
            if (buffer.remaining() < type.bytes()) {
                out.write(buffer.array());
                buffer.clear();
            }
        }
        out.write(buffer.array(), 0, buffer.position());
    }

    private static long elements(List<Long> shape) {
        return shape.stream().reduce(1L, Math::multiplyExact);
    }

    private static JsonArray array(List<Long> numbers) {
        JsonArray array = new JsonArray();
        numbers.forEach(array::add);
        return array;
    }
}
