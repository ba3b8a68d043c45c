package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafetensorsWriterTest {

    @TempDir
    Path directory;

    private final Map<String, List<Long>> shapes = new LinkedHashMap<>();
    private final Map<String, float[]> values = Map.of("z", new float[] {1, -2, 0.5f, 3, 4, 5}, "a", new float[] {7},
            "long", new float[70_001]);

    @BeforeEach
    void shapes() {
        values.get("long")[70_000] = 12;
        shapes.put("z", List.of(2L, 3L));
        shapes.put("a", List.of());
        shapes.put("long", List.of(70_001L));
    }

    @ParameterizedTest
    @EnumSource(value = TensorType.class, names = {"F32", "F16"})
    void whatIsWrittenCanBeRead(TensorType type) throws Exception {
        Path path = directory.resolve("w.safetensors");
        SafetensorsWriter.write(path, type, shapes, values::get);
        SafetensorsFile file = SafetensorsFile.open(path);
        assertEquals(List.of("z", "a", "long"), List.copyOf(file.tensors().keySet()));
        for (String name : shapes.keySet()) {
            assertEquals(type, file.tensors().get(name).type());
            assertEquals(shapes.get(name), file.tensors().get(name).shape());
            assertArrayEquals(values.get(name), file.floats(name));
        }
        assertEquals(0, file.tensors().get("z").offset() % 64);
    }

    @Test
    void theSameTensorsGiveTheSameBytes() throws Exception {
        Path first = directory.resolve("1");
        Path second = directory.resolve("2");
        SafetensorsWriter.write(first, TensorType.F32, shapes, values::get);
        SafetensorsWriter.write(second, TensorType.F32, shapes, values::get);
        assertEquals(-1, Files.mismatch(first, second));
    }

    @Test
    void aFailureLeavesTheOldFileAndNothingElse() throws IOException {
        Path path = Files.writeString(directory.resolve("w"), "old");
        assertThrows(ModelPackageException.class, () -> SafetensorsWriter.write(path, TensorType.F32, shapes, name -> {
            throw new ModelPackageException("no values");
        }));
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> SafetensorsWriter.write(path, TensorType.F32, shapes, name -> new float[5]));
        assertEquals("Tensor z needs 6 values, 5 were given.", e.getMessage());
        assertEquals("old", Files.readString(path));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(path), files.toList());
        }
    }

    @Test
    void saysWhichTypesCanBeWritten() {
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> SafetensorsWriter.write(directory.resolve("w"), TensorType.I64, shapes, values::get));
        assertEquals("Tensors can be written as F32 or F16, not as I64.", e.getMessage());
    }

    @Test
    void mixesNumbersOfTwoTypes() throws Exception {
        Path path = directory.resolve("data");
        int[] types = new int[70_001];
        types[70_000] = Integer.MIN_VALUE;
        SafetensorsWriter.write(path, List.of(new SafetensorsWriter.Tensor("types", List.of(70_001L), types),
                new SafetensorsWriter.Tensor("positions", List.of(1L, 3L), new float[] {1, 2, -0.5f})));
        SafetensorsFile file = SafetensorsFile.open(path);
        assertArrayEquals(types, file.ints("types"));
        assertArrayEquals(new float[] {1, 2, -0.5f}, file.floats("positions"));
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> file.ints("positions"));
        assertEquals("The tensor file cannot be read: tensor 'positions' holds 3 values of type F32; at most 2147483639"
                + " values of type I32 would be right (" + path + ").", e.getMessage());
    }

    @Test
    void aNameIsWrittenOnce() {
        SafetensorsWriter.Tensor tensor = new SafetensorsWriter.Tensor("t", List.of(1L), new int[1]);
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> SafetensorsWriter.write(directory.resolve("w"), List.of(tensor, tensor)));
        assertEquals("Tensor t was given twice.", e.getMessage());
    }
}
