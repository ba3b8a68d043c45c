package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ParametersTest {

    /** The list was printed by the PyTorch network in models/reference. */
    @Test
    void areThoseOfTheReferenceNetwork() throws IOException {
        Map<String, List<Long>> reference = new TreeMap<>();
        try (InputStream in = getClass().getResourceAsStream("parameters-16-1-2-2-24-2-3.txt")) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().map(line -> line.split("[ ,]")).forEach(words ->
                    reference.put(words[0], Arrays.stream(words).skip(1).map(Long::valueOf).toList()));
        }
        assertEquals(reference, new TreeMap<>(Parameters.of(new Architecture(16, 1, 2, 2, 24, 2, 3, 1000))));
    }
}
