package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.TreeSet;
import net.bioclipse.adit.generation.GenerationRequest.AtomRange;
import net.bioclipse.adit.generation.GenerationRequest.Keep;
import net.bioclipse.adit.structure.Formula;
import org.junit.jupiter.api.Test;

class GenerationParametersTest {

    private static String refusal(Parameter<?> parameter, String text) {
        return assertThrows(IllegalRequestException.class, () -> parameter.parse(text)).getMessage();
    }

    @Test
    void readsAWholeRequest() {
        assertEquals(new GenerationRequest(StructureKind.CRYSTAL, 7, -5, Optional.of(new AtomRange(8, 16)),
                new TreeSet<>(List.of(1, 6, 8)), Optional.of(Formula.parse("C6H6")), Keep.VALID, OptionalInt.of(20),
                OptionalDouble.of(1.5), 3, 99),
                GenerationParameters.request(Map.ofEntries(Map.entry("kind", "crystal"), Map.entry("count", "7"),
                        Map.entry("seed", "-5"), Map.entry("atoms", "8-16"), Map.entry("elements", "C, H,O"),
                        Map.entry("formula", "C6H6"), Map.entry("keep", "valid"), Map.entry("steps", "20"),
                        Map.entry("guidance", "1.5"), Map.entry("batch", "3"), Map.entry("attempts", "99"))));
    }

    @Test
    void takesDefaultsForWhatIsNotSaid() {
        assertEquals(new GenerationRequest(StructureKind.MOLECULE, 10, 4, Optional.empty(), new TreeSet<>(),
                Optional.empty(), Keep.UNIQUE, OptionalInt.empty(), OptionalDouble.empty(), 64, 2000),
                GenerationParameters.request(Map.of("seed", "4")));
        assertEquals(1000, GenerationParameters.request(Map.of("count", "1")).attempts());
        assertEquals(new NeuralEngine.Options(NeuralEngine.Device.AUTO, 0), GenerationParameters.options(Map.of()));
        assertEquals(new NeuralEngine.Options(NeuralEngine.Device.CUDA, 2),
                GenerationParameters.options(Map.of("device", "cuda", "threads", "2")));
    }

    @Test
    void drawsASeedWhenNoneIsGiven() {
        long seed = GenerationParameters.request(Map.of()).seed();
        assertTrue(seed >= 0 && seed < 1_000_000_000);
    }

    @Test
    void printsARequestSoThatItIsReadAsTheSame() {
        GenerationRequest full = ToyModel.request("atoms", "12", "elements", "Cl,H", "formula", "HCl", "guidance", "0.10", "noise-scale", "0.5",
                "relax", "mmff94", "seed", Long.toString(Long.MIN_VALUE), "count", "1000000000");
        assertEquals(full, GenerationParameters.request(GenerationParameters.texts(full)));
        assertEquals("12", GenerationParameters.texts(full).get("atoms"));
        assertEquals("0.1", GenerationParameters.texts(full).get("guidance"));
        assertEquals("0.5", GenerationParameters.texts(full).get("noise-scale"));
        GenerationRequest plain = GenerationParameters.request(Map.of());
        assertEquals(plain, GenerationParameters.request(GenerationParameters.texts(plain)));
    }

    @Test
    void describesEveryParameterInOneLineAndCanReadItsDefault() {
        for (Parameter<?> parameter : GenerationParameters.all()) {
            assertFalse(parameter.help().isBlank() || parameter.help().contains("\n"), parameter.name());
            assertFalse(parameter.shownDefault().isEmpty(), parameter.name());
            if (!parameter.standard().isEmpty()) {
                parameter.parse(parameter.standard());
            }
        }
        assertEquals(20, GenerationParameters.all().size());
    }

    @Test
    void saysWhatWouldBeRight() {
        assertEquals("'kind' is 'Molecule'; right would be molecule or crystal.",
                refusal(GenerationParameters.KIND, "Molecule"));
        assertEquals("'keep' is 'best'; right would be all, valid or unique.", refusal(GenerationParameters.KEEP, "best"));
        assertEquals("'device' is ''; right would be auto, cpu or cuda.", refusal(GenerationParameters.DEVICE, ""));
        for (String count : List.of("0", "-1", "abc", "", "1e3", "99999999999999999999", "1.0", "1000000001")) {
            assertEquals("'count' is '" + count + "'; right would be a whole number from 1 to 1000000000.",
                    refusal(GenerationParameters.COUNT, count));
        }
        assertEquals("'threads' is '1025'; right would be a whole number from 0 to 1024.",
                refusal(GenerationParameters.THREADS, "1025"));
        for (String atoms : List.of("0", "5-3", "-", "1-2-3", "-4", "10000", "a", "", "5-", "99999999999")) {
            assertEquals("'atoms' is '" + atoms
                    + "'; right would be a number such as 12 or a range such as 8-16, from 1 to 9999.",
                    refusal(GenerationParameters.ATOMS, atoms));
        }
        for (String elements : List.of("Xx", "c", "C,,H", "", "C H", "6", "C,")) {
            assertEquals("'elements' is '" + elements
                    + "'; right would be element symbols with commas, such as C,H,O.",
                    refusal(GenerationParameters.ELEMENTS, elements));
        }
        for (String guidance : List.of("-1", "100.1", "NaN", "Infinity", "0x1p3", "1d", "1,5", "")) {
            assertEquals("'guidance' is '" + guidance + "'; right would be a number from 0 to 100.",
                    refusal(GenerationParameters.GUIDANCE, guidance));
        }
        assertEquals("'output' is ' '; right would be the name of a file.", refusal(GenerationParameters.OUTPUT, " "));
    }

    @Test
    void saysWhichPartOfAFormulaIsWrong() {
        assertEquals("'formula' is 'C6Q6': Formula 'C6Q6' names 'Q', which is not an element.",
                refusal(GenerationParameters.FORMULA, "C6Q6"));
        assertEquals("'formula' is 'benzene': 'benzene' is not a formula; write element symbols with counts, such as C6H6 or"
                + " NaCl.", refusal(GenerationParameters.FORMULA, "benzene"));
    }

    @Test
    void refusesElementsBeyondTheTableOfTheModels() {
        assertEquals("'elements' is 'Og': a model can hold elements up to Es (99), Og is 118.",
                refusal(GenerationParameters.ELEMENTS, "Og"));
    }

    @Test
    void quotesHostileTextsInOneShortLine() {
        String message = refusal(GenerationParameters.FORMULA, "C\n\u001b[31m".repeat(10_000));
        assertFalse(message.contains("\n") || message.contains("\u001b"));
        assertTrue(message.length() < 150);
    }

    @Test
    void listsTheKnownParametersWhenAskedForAnother() {
        assertEquals("There is no parameter 'cuont'; known are kind, count, seed, output, model, atoms, elements, formula, "
                + "keep, relax, include, exclude, novel-against, steps, guidance, noise-scale, batch, threads, device, attempts.",
                assertThrows(IllegalRequestException.class, () -> GenerationParameters.request(Map.of("cuont", "1")))
                        .getMessage());
    }

    @Test
    void doesNotDependOnTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(new Locale("tr", "TR"));
            assertEquals(Keep.UNIQUE, GenerationParameters.KEEP.parse("unique"));
            assertEquals(Keep.VALID, GenerationParameters.KEEP.parse("valid"));
            GenerationRequest request = ToyModel.request("guidance", "1.25", "count", "1000");
            assertEquals("1.25", GenerationParameters.texts(request).get("guidance"));
            assertEquals("1000", GenerationParameters.texts(request).get("count"));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void patternsAndFilesStandOnLinesOfTheirOwn() {
        Map<String, String> texts = Map.of("seed", "1", "include", "c1ccccc1\n [OH] \n", "novel-against", "a b.sdf\ntraining");
        GenerationRequest request = GenerationParameters.request(texts);
        assertEquals(List.of("c1ccccc1", "[OH]"), request.include());
        assertEquals(List.of(), request.exclude());
        assertEquals(List.of("a b.sdf", "training"), request.novelAgainst());
        assertEquals(request, GenerationParameters.request(GenerationParameters.texts(request)));
        assertEquals("'exclude' is ' '; right would be one or more, each on a line of its own.", assertThrows(
                IllegalRequestException.class, () -> GenerationParameters.request(Map.of("exclude", " "))).getMessage());
    }
}
