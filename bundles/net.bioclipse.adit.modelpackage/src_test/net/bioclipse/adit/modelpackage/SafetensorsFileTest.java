package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsFileTest {

    /** Written by the Python package safetensors 0.8.0: a half vector, a matrix, a scalar, whole numbers, metadata. */
    private static final String FROM_PYTHON = ""
            + "EAEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJmb3JtYXQiOiJucCJ9LCJjb3VudHMiOnsiZHR5cGUiOiJJNjQiLCJzaGFwZSI6WzIs"
            + "Ml0sImRhdGFfb2Zmc2V0cyI6WzAsMzJdfSwibWF0cml4Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlsyLDNdLCJkYXRhX29mZnNl"
            + "dHMiOlszMiw1Nl19LCJzY2FsYXIiOnsiZHR5cGUiOiJGMzIiLCJzaGFwZSI6W10sImRhdGFfb2Zmc2V0cyI6WzU2LDYwXX0sImhh"
            + "bGYiOnsiZHR5cGUiOiJGMTYiLCJzaGFwZSI6WzRdLCJkYXRhX29mZnNldHMiOls2MCw2OF19fQEAAAAAAAAAAgAAAAAAAAADAAAA"
            + "AAAAAAQAAAAAAAAAAAAAPwAAgL/msWF/AQAAAAAAAAAAAOBAAAAQQQA8AMH/ewEA";

    @TempDir
    Path directory;

    @Test
    void readsWhatPythonWrote() throws Exception {
        SafetensorsFile file = SafetensorsFile.open(write(Base64.getDecoder().decode(FROM_PYTHON)));
        assertEquals(List.of("counts", "matrix", "scalar", "half"), List.copyOf(file.tensors().keySet()));
        assertArrayEquals(new float[] {0.5f, -1, 3e38f, 1e-45f, 0, 7}, file.floats("matrix"));
        assertArrayEquals(new float[] {1, -2.5f, 65504, 0x1p-24f}, file.floats("half"));
        assertArrayEquals(new float[] {9}, file.floats("scalar"));
        TensorEntry counts = file.tensors().get("counts");
        assertEquals(TensorType.I64, counts.type());
        assertEquals(List.of(2L, 2L), counts.shape());
        assertEquals(32, counts.bytes());
        assertEquals(List.of(), file.tensors().get("scalar").shape());
    }

    @Test
    void offsetsCountFromTheStartOfTheFile() throws Exception {
        String header = entry("a", "F32", "[2]", 0, 8);
        SafetensorsFile file = SafetensorsFile.open(write(header, 8));
        assertEquals(8 + header.length(), file.tensors().get("a").offset());
    }

    @Test
    void acceptsAFileWithoutTensorsAndEmptyTensors() throws Exception {
        assertTrue(SafetensorsFile.open(write("{}", 0)).tensors().isEmpty());
        SafetensorsFile file = SafetensorsFile.open(write(entry("a", "F32", "[3,0,5]", 0, 0), 0));
        assertEquals(0, file.floats("a").length);
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 60, Long.MAX_VALUE, Long.MIN_VALUE, -1, 100_000_001, 3})
    void refusesAHeaderLengthBeyondTheFile(long length) throws IOException {
        byte[] bytes = ByteBuffer.allocate(10).order(ByteOrder.LITTLE_ENDIAN).putLong(length).array();
        assertRefused(write(bytes), "it announces a header of " + Long.toUnsignedString(length) + " bytes in a file of 10; "
                + "a header within the file and of at most 100000000 bytes would be right");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void refusesAFileWithoutHeaderLength(int size) throws IOException {
        assertRefused(write(new byte[size]), "it has " + size + " bytes; 8 bytes of header length, the header and the "
                + "tensors would be right");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "F32|[2]|0|9|'a.data_offsets[1]' is 9; a whole number from 0 to 8",
        "F32|[2]|-8|0|'a.data_offsets[0]' is -8; a whole number from 0 to 8",
        "F32|[2]|8|0|'a.data_offsets[1]' is 0; a whole number from 8 to 8",
        "F32|[2]|0.0|8|'a.data_offsets[0]' is 0.0; a whole number from 0 to 8",
        "F32|[2]|0|99999999999999999999|'a.data_offsets[1]' is 99999999999999999999; a whole number from 0 to 8",
        "F32|[2]|0|1e999999|'a.data_offsets[1]' is 1E+999999; a whole number from 0 to 8",
        "F32|[2]|\"0\"|8|'a.data_offsets[0]' is '0'; a whole number from 0 to 8",
        "F32|[3]|0|8|tensor 'a' of type F32 and shape [3] lies in 8 bytes; as many bytes as its elements need",
        "F32|[1]|0|8|tensor 'a' of type F32 and shape [1] lies in 8 bytes; as many bytes as its elements need",
        "F32|[0]|0|8|tensor 'a' of type F32 and shape [0] lies in 8 bytes; as many bytes as its elements need",
        "F64|[2]|0|8|tensor 'a' of type F64 and shape [2] lies in 8 bytes; as many bytes as its elements need",
        "F32|[4294967296,4294967296,2]|0|8|shape [4294967296, 4294967296, 2] lies in 8 bytes; as many bytes as its elements",
        "F32|[9223372036854775807,9223372036854775807]|0|8|lies in 8 bytes; as many bytes as its elements need",
        "F32|[-2]|0|8|'a.shape[0]' is -2; a whole number from 0 to 9223372036854775807",
        "F32|2|0|8|'a.shape' is 2; a list […]",
        "F31|[2]|0|8|'a.dtype' is 'F31'; one of BOOL, U8, I8, F8_E4M3",
        "F32|[2]|1|8|tensor 'a' of type F32 and shape [2] lies in 7 bytes; as many bytes as its elements need",
        "F32|[1]|4|8|tensor 'a' begins at byte 4 of the data; byte 0, where the one before it ends, would be right",
        "F32|[1]|0|4|the tensors end at byte 66 of 70; a file that ends with its last tensor would be right"})
    void refusesATensorThatDoesNotFit(String type, String shape, String begin, String end, String message)
            throws IOException {
        String header = "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + "," + end
                + "]}}";
        assertRefused(write(header, 8), message);
    }

    @Test
    void refusesOverlappingTensors() throws IOException {
        String header = "{" + inner("a", "F32", "[2]", 0, 8) + "," + inner("b", "F32", "[2]", 4, 12) + "}";
        assertRefused(write(header, 12), "tensor 'b' begins at byte 4 of the data; byte 8, where the one before it ends");
    }

    @Test
    void refusesAHoleBetweenTensors() throws IOException {
        String header = "{" + inner("a", "F32", "[1]", 0, 4) + "," + inner("b", "F32", "[1]", 8, 12) + "}";
        assertRefused(write(header, 12), "tensor 'b' begins at byte 8 of the data; byte 4, where the one before it ends");
    }

    @Test
    void refusesANameThatStandsTwice() throws IOException {
        String header = "{" + inner("a", "F32", "[1]", 0, 4) + "," + inner("a", "F32", "[1]", 4, 8) + "}";
        assertRefused(write(header, 8), "the key 'a' stands twice");
    }

    @Test
    void refusesAKeyThatTheFormatDoesNotKnow() throws IOException {
        String header = entry("a", "F32", "[2]", 0, 8).replace("\"shape\"", "\"code\":1,\"shape\"");
        assertRefused(write(header, 8), "'a.code' is unknown; the keys dtype, shape, data_offsets would be right");
    }

    @Test
    void refusesAShapeOfTooManyDimensions() throws IOException {
        String shape = "[1" + ",1".repeat(64) + "]";
        assertRefused(write(entry("a", "F32", shape, 0, 4), 4), "a list of at most 64 dimensions would be right");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "[]|the document is a list; an object {…} would be right",
        "7|the document is 7; an object {…} would be right",
        "{\"a\":null}|'a' is null; an object {…} would be right",
        "{\"a\":|the JSON document breaks off",
        "{'a':1}|it is not JSON at line 1 column 3; a well-formed JSON document would be right",
        "{} {}|it is not JSON at line 1 column 5; a well-formed JSON document would be right",
        "{\"a\":1e99999999999}|the number '1e99999999999' is beyond all bounds",
        "{\"a\\u0007\\nb\":1}|'a??b' is 1; an object {…} would be right"})
    void refusesAHeaderThatIsNoTensorList(String header, String message) throws IOException {
        assertRefused(write(header, 0), message);
    }

    @Test
    void refusesADeeplyNestedHeader() throws IOException {
        assertRefused(write("{\"a\":" + "[".repeat(100_000), 0), "nested deeper than 16 levels");
    }

    @Test
    void refusesAHeaderOfTooManyValues() throws IOException {
        assertRefused(write("{\"a\":[0" + ",0".repeat(1_000_000) + "]}", 0), "more than 1000000 values");
    }

    @Test
    void refusesAnEndlessNumber() throws IOException {
        assertRefused(write("{\"a\":" + "0." + "1".repeat(1000) + "}", 0), "it has a number of 1002 characters");
    }

    @Test
    void refusesBinaryRubbish() throws IOException {
        byte[] bytes = new byte[100];
        Arrays.fill(bytes, (byte) 0xff);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(80);
        assertRefused(write(bytes), "it is not UTF-8 text; a JSON document in UTF-8 would be right");
    }

    @Test
    void refusesWhatIsNoFile() {
        assertRefused(directory, "it is not a file; a safetensors file would be right");
        assertRefused(directory.resolve("nothing"), "it does not exist; a safetensors file would be right");
    }

    @Test
    void saysWhichTypesCanBeReadAsFloats() throws Exception {
        SafetensorsFile file = SafetensorsFile.open(write(entry("a", "I64", "[1]", 0, 8), 8));
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> file.floats("a"));
        assertTrue(e.getMessage().contains("tensor 'a' holds 1 values of type I64; at most 2147483639 values of type F32 or "
                + "F16 would be right"), e.getMessage());
    }

    @Test
    void saysWhenTheFileShrankAfterItWasOpened() throws Exception {
        Path path = write(entry("a", "F32", "[2]", 0, 8), 8);
        SafetensorsFile file = SafetensorsFile.open(path);
        Files.write(path, new byte[10]);
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> file.floats("a"));
        assertTrue(e.getMessage().contains("the file ends at byte"), e.getMessage());
    }

    private static String entry(String name, String type, String shape, long begin, long end) {
        return "{" + inner(name, type, shape, begin, end) + "}";
    }

    private static String inner(String name, String type, String shape, long begin, long end) {
        return "\"" + name + "\":{\"dtype\":\"" + type + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + "," + end
                + "]}";
    }

    private Path write(String header, int data) throws IOException {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(8 + json.length + data).order(ByteOrder.LITTLE_ENDIAN);
        return write(file.putLong(json.length).put(json).array());
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("test.safetensors"), bytes);
    }

    private static void assertRefused(Path path, String message) {
        ModelPackageException e = assertThrows(ModelPackageException.class, () -> SafetensorsFile.open(path));
        assertTrue(e.getMessage().startsWith("The tensor file cannot be read: "), e.getMessage());
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertTrue(e.getMessage().endsWith("(" + path + ")."), e.getMessage());
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
    }
}
