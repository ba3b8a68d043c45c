package net.bioclipse.adit.modelpackage;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Writes safetensors files of type F32 or F16: the same tensors give the same bytes. The data begin at a multiple of 64
 * bytes, so that a memory-mapped file can be used as it is. Values are asked for one tensor at a time.
 */
public final class SafetensorsWriter {

    private static final int ALIGNMENT = 64;
    private static final int CHUNK = 1 << 16;

    /** Gives the values of a tensor, row-major. */
    @FunctionalInterface
    public interface Values {
        float[] of(String name) throws ModelPackageException;
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
        Path temporary = target.resolveSibling(target.getFileName() + ".part");
        try {
            try (OutputStream out = Files.newOutputStream(temporary)) {
                writeHeader(out, type, shapes);
                for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
                    writeTensor(out, type, tensor.getKey(), elements(tensor.getValue()), values.of(tensor.getKey()));
                }
            }
            Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void writeHeader(OutputStream out, TensorType type, Map<String, List<Long>> shapes) throws IOException {
        JsonObject header = new JsonObject();
        long offset = 0;
        for (Map.Entry<String, List<Long>> tensor : shapes.entrySet()) {
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

    private static void writeTensor(OutputStream out, TensorType type, String name, long elements, float[] values)
            throws IOException {
        if (values.length != elements) {
            throw new IllegalArgumentException("Tensor " + name + " needs " + elements + " values, " + values.length
                    + " were given.");
        }
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            if (type == TensorType.F16) {
                buffer.putShort(HalfPrecision.fromFloat(value));
            } else {
                buffer.putFloat(value);
            }
            if (!buffer.hasRemaining()) {
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
