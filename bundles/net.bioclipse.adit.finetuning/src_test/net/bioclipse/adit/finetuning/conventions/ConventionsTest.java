package net.bioclipse.adit.finetuning.conventions;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConventionsTest {

    static List<JsonObject> golden() {
        JsonArray entries = JsonParser.parseReader(new InputStreamReader(
                ConventionsTest.class.getResourceAsStream("golden.json"), StandardCharsets.UTF_8)).getAsJsonArray();
        return StreamSupport.stream(entries.spliterator(), false).map(JsonElement::getAsJsonObject).toList();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void givesTheArraysOfTheReference(JsonObject entry) {
        String name = entry.get("name").getAsString();
        TrainingArrays arrays = Conventions.arrays(structure(entry));
        int[] types = Arrays.stream(numbers(entry, "types")).mapToInt(z -> (int) z).toArray();
        double[] positions = numbers(entry, "positions");
        assertArrayEquals(numbers(entry, "lattice"), arrays.lattice(), 1e-6, name);
        if (entry.get("exact").getAsBoolean()) {
            assertArrayEquals(types, arrays.types(), name);
            assertArrayEquals(positions, arrays.positions(), 1e-6, name);
            assertArrayEquals(numbers(entry, "fractional"), arrays.fractional(), 1e-6, name);
        } else {
            // Which of the equal poses or orders it is, rounding decides: the distances are the same.
            assertArrayEquals(sorted(types), sorted(arrays.types()), name);
            if (arrays.kind() == StructureKind.MOLECULE) {
                assertArrayEquals(distances(positions), distances(arrays.positions()), 1e-6, name);
            }
        }
    }

    @Test
    void mostOfTheGoldenStructuresAreComparedNumberByNumber() {
        assertTrue(golden().stream().filter(entry -> entry.get("exact").getAsBoolean()).count() >= 30);
    }

    @Test
    void theArraysDependNeitherOnThePoseNorOnTheOrderGiven() {
        for (JsonObject entry : golden()) {
            AtomicStructure structure = structure(entry);
            if (!(structure instanceof Molecule) || !entry.get("exact").getAsBoolean()) {
                continue;
            }
            double[] p = structure.positions();
            int n = structure.atomCount();
            int[] reversed = new int[n];
            double[] turned = new double[3 * n];
            for (int i = 0; i < n; i++) {
                reversed[n - 1 - i] = structure.atomicNumber(i);
                turned[3 * (n - 1 - i)] = 0.6 * p[3 * i] - 0.8 * p[3 * i + 1] + 5;
                turned[3 * (n - 1 - i) + 1] = 0.8 * p[3 * i] + 0.6 * p[3 * i + 1] - 3;
                turned[3 * (n - 1 - i) + 2] = p[3 * i + 2];
            }
            TrainingArrays there = Conventions.arrays(new Molecule(reversed, turned));
            assertArrayEquals(Conventions.arrays(structure).positions(), there.positions(), 1e-6,
                    entry.get("name").getAsString());
        }
    }

    @Test
    void otherWordsAreRefusedWithTheKnownOne() throws Exception {
        Map<String, String> words = new HashMap<>(Conventions.KNOWN);
        Conventions.check(words, "m");
        words.put("cell", "buerger/1");
        ModelPackageException other = assertThrows(ModelPackageException.class, () -> Conventions.check(words, "m"));
        assertEquals("Model 'm' cannot be fine-tuned: its convention 'cell' is 'buerger/1'; 'niggli/1' would be right.",
                other.getMessage());
        words.remove("pose");
        ModelPackageException none = assertThrows(ModelPackageException.class, () -> Conventions.check(words, "m"));
        assertEquals("Model 'm' cannot be fine-tuned: its convention 'pose' is not said; 'principal-axes/1' would be right.",
                none.getMessage());
    }

    private static AtomicStructure structure(JsonObject entry) {
        int[] numbers = Arrays.stream(numbers(entry, "numbers")).mapToInt(z -> (int) z).toArray();
        double[] coordinates = numbers(entry, "coordinates");
        return entry.has("matrix") ? new Crystal(Lattice.ofVectors(numbers(entry, "matrix")), numbers, coordinates)
                : new Molecule(numbers, coordinates);
    }

    private static double[] numbers(JsonObject entry, String key) {
        return StreamSupport.stream(entry.getAsJsonArray(key).spliterator(), false).mapToDouble(JsonElement::getAsDouble)
                .toArray();
    }

    private static int[] sorted(int[] values) {
        return Arrays.stream(values).sorted().toArray();
    }

    private static double[] distances(double[] positions) {
        int n = positions.length / 3;
        double[] distances = new double[n * n];
        for (int i = 0; i < n * n; i++) {
            int p = 3 * (i / n);
            int q = 3 * (i % n);
            distances[i] = Math.sqrt(Math.pow(positions[p] - positions[q], 2)
                    + Math.pow(positions[p + 1] - positions[q + 1], 2) + Math.pow(positions[p + 2] - positions[q + 2], 2));
        }
        Arrays.sort(distances);
        return distances;
    }
}
