package net.bioclipse.adit.modelpackage;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A tensor file in the safetensors format (https://github.com/huggingface/safetensors#format): header length as 8 bytes,
 * a JSON header with type, shape and offsets of every tensor, then the bytes without holes or overlap. Opening reads and
 * checks the header; values are read when asked for. The file is not kept open.
 */
public final class SafetensorsFile {

    /** Longest header that the format allows. */
    public static final long LONGEST_HEADER = 100_000_000;

    private static final String ASKED = "The tensor file cannot be read";
    private static final String METADATA = "__metadata__";
    private static final int PREFIX = Long.BYTES;
    private static final int MOST_DIMENSIONS = 64;
    private static final int CHUNK = 1 << 20;

    private final Path path;
    private final Map<String, TensorEntry> tensors;

    private SafetensorsFile(Path path, Map<String, TensorEntry> tensors) {
        this.path = path;
        this.tensors = tensors;
    }

    /** @throws ModelPackageException when the file cannot be read or its header breaks a rule of the format */
    public static SafetensorsFile open(Path path) throws ModelPackageException {
        if (!Files.isRegularFile(path)) {
            throw refuse(path, Files.exists(path) ? "it is not a file" : "it does not exist", "a safetensors file");
        }
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            int length = headerLength(channel, size, path);
            JsonNode header = JsonDocument.read(read(channel, PREFIX, length).array(), ASKED, path);
            return new SafetensorsFile(path, tensors(header, PREFIX + length, size));
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    public Path path() {
        return path;
    }

    /** All tensors by name, in the order of their bytes. */
    public Map<String, TensorEntry> tensors() {
        return tensors;
    }

    /**
     * The values of a tensor of type F32 or F16, row-major.
     *
     * @throws IllegalArgumentException when there is no such tensor
     * @throws ModelPackageException    when it has another type, more than 2³¹ elements, or cannot be read
     */
    public float[] floats(String name) throws ModelPackageException {
        TensorEntry tensor = tensor(name, TensorType.F32, TensorType.F16);
        float[] values = new float[(int) (tensor.bytes() / tensor.type().bytes())];
        if (tensor.type() == TensorType.F16) {
            read(tensor, (bytes, i) -> values[i] = HalfPrecision.toFloat(bytes.getShort()));
        } else {
            read(tensor, (bytes, i) -> values[i] = bytes.getFloat());
        }
        return values;
    }

    /**
     * The values of a tensor of type I32, row-major.
     *
     * @throws IllegalArgumentException when there is no such tensor
     * @throws ModelPackageException    when it has another type, more than 2³¹ elements, or cannot be read
     */
    public int[] ints(String name) throws ModelPackageException {
        TensorEntry tensor = tensor(name, TensorType.I32);
        int[] values = new int[(int) (tensor.bytes() / tensor.type().bytes())];
        read(tensor, (bytes, i) -> values[i] = bytes.getInt());
        return values;
    }

    private TensorEntry tensor(String name, TensorType... types) throws ModelPackageException {
        TensorEntry tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no tensor " + name + " in " + path + ".");
        }
        long count = tensor.bytes() / tensor.type().bytes();
        if (!Arrays.asList(types).contains(tensor.type()) || count > Integer.MAX_VALUE - 8) {
            throw refuse(path, "tensor " + ModelPackageException.quote(name) + " holds " + count + " values of type "
                    + tensor.type(), "at most 2147483639 values of type "
                    + Arrays.stream(types).map(Enum::name).collect(Collectors.joining(" or ")));
        }
        return tensor;
    }

    /** Takes element i out of the buffer. */
    @FunctionalInterface
    private interface Element {
        void take(ByteBuffer bytes, int i);
    }

    private void read(TensorEntry tensor, Element element) throws ModelPackageException {
        int width = tensor.type().bytes();
        int count = (int) (tensor.bytes() / width);
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            for (int done = 0; done < count;) {
                int part = Math.min(count - done, CHUNK);
                ByteBuffer bytes = read(channel, tensor.offset() + (long) done * width, part * width);
                for (int i = 0; i < part; i++) {
                    element.take(bytes, done++);
                }
            }
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static int headerLength(FileChannel channel, long size, Path path) throws IOException, ModelPackageException {
        if (size < PREFIX) {
            throw refuse(path, "it has " + size + " bytes", "8 bytes of header length, the header and the tensors");
        }
        long length = read(channel, 0, PREFIX).getLong();
        if (length < 0 || length > LONGEST_HEADER || length > size - PREFIX) {
            throw refuse(path, "it announces a header of " + Long.toUnsignedString(length) + " bytes in a file of " + size,
                    "a header within the file and of at most " + LONGEST_HEADER + " bytes");
        }
        return (int) length;
    }

    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw new EOFException("the file ends at byte " + (position + buffer.position()));
            }
        }
        return buffer.flip();
    }

    private static Map<String, TensorEntry> tensors(JsonNode header, long start, long size) throws ModelPackageException {
        List<TensorEntry> entries = new ArrayList<>();
        for (Map.Entry<String, JsonNode> member : header.members().entrySet()) {
            if (!member.getKey().equals(METADATA)) {
                entries.add(tensor(member.getKey(), member.getValue(), start, size));
            }
        }
        entries.sort(Comparator.comparingLong(TensorEntry::offset).thenComparingLong(TensorEntry::bytes));
        long end = start;
        Map<String, TensorEntry> tensors = new LinkedHashMap<>();
        for (TensorEntry entry : entries) {
            if (entry.offset() != end) {
                throw header.refuse("tensor " + ModelPackageException.quote(entry.name()) + " begins at byte "
                        + (entry.offset() - start) + " of the data", "byte " + (end - start)
                        + ", where the one before it ends, would be right");
            }
            end += entry.bytes();
            tensors.put(entry.name(), entry);
        }
        if (end != size) {
            throw header.refuse("the tensors end at byte " + end + " of " + size,
                    "a file that ends with its last tensor would be right");
        }
        return Collections.unmodifiableMap(tensors);
    }

    private static TensorEntry tensor(String name, JsonNode node, long start, long size) throws ModelPackageException {
        Map<String, JsonNode> members = node.members(List.of("dtype", "shape", "data_offsets"));
        List<String> types = Arrays.stream(TensorType.values()).map(Enum::name).toList();
        TensorType type = TensorType.valueOf(members.get("dtype").word(types));
        List<JsonNode> offsets = members.get("data_offsets").elements();
        if (offsets.size() != 2) {
            throw members.get("data_offsets").expected("a list of two offsets");
        }
        long data = size - start;
        long begin = offsets.get(0).whole(0, data);
        long bytes = offsets.get(1).whole(begin, data) - begin;
        List<Long> shape = shape(members.get("shape"));
        if (bytes % type.bytes() != 0 || !holds(shape, bytes / type.bytes())) {
            throw node.refuse("tensor " + ModelPackageException.quote(name) + " of type " + type + " and shape " + shape
                    + " lies in " + bytes + " bytes", "as many bytes as its elements need would be right");
        }
        return new TensorEntry(name, type, shape, start + begin, bytes);
    }

    private static List<Long> shape(JsonNode node) throws ModelPackageException {
        List<Long> shape = new ArrayList<>();
        for (JsonNode dimension : node.elements()) {
            shape.add(dimension.whole(0, Long.MAX_VALUE));
        }
        if (shape.size() > MOST_DIMENSIONS) {
            throw node.expected("a list of at most " + MOST_DIMENSIONS + " dimensions");
        }
        return List.copyOf(shape);
    }

    /** Whether the product of the shape is the count; an overflowing product is not. */
    private static boolean holds(List<Long> shape, long count) {
        if (shape.contains(0L)) {
            return count == 0;
        }
        long product = 1;
        for (long dimension : shape) {
            if (dimension > count / product) {
                return false;
            }
            product *= dimension;
        }
        return product == count;
    }

    private static ModelPackageException refuse(Path path, String found, String right) {
        return ModelPackageException.of(ASKED, found, right + " would be right", path);
    }

    private static ModelPackageException unreadable(Path path, IOException cause) {
        return new ModelPackageException(ASKED + ": " + cause.getMessage() + "; a readable safetensors file would be right ("
                + path + ").", cause);
    }
}
