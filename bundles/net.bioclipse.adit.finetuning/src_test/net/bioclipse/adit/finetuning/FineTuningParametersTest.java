package net.bioclipse.adit.finetuning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.Architecture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FineTuningParametersTest {

    private static FineTuningRequest request(boolean pretraining, String... texts) {
        Map<String, String> map = new HashMap<>(Map.of("data", "d", "output", "o"));
        for (int i = 0; i < texts.length; i += 2) {
            map.put(texts[i], texts[i + 1]);
        }
        return FineTuningParameters.request(pretraining, map);
    }

    @Test
    void theDefaultsAreTwentyMinutesOfTheDenoiserOnAllCores() {
        FineTuningRequest request = request(false);
        assertEquals(Optional.of(20.0), request.minutes());
        assertEquals(Optional.of(100.0), request.epochs(), "what comes first");
        assertEquals(FineTuningRequest.Stage.DENOISER, request.stage());
        assertEquals(Runtime.getRuntime().availableProcessors(), request.trainingThreads());
        assertEquals("adit-qm9-mp20", request.base());
        assertEquals(FineTuningRequest.Stage.BOTH, request(true).stage());
    }

    @Test
    void epochsTakeThePlaceOfMinutes() {
        assertEquals(Optional.empty(), request(false, "epochs", "3").minutes());
        assertEquals(Optional.of(100.0), request(false, "minutes", "3000").epochs(), "a night must not make a model repeat");
        assertEquals(Optional.empty(), request(true).epochs());
        IllegalRequestException both = assertThrows(IllegalRequestException.class,
                () -> request(false, "epochs", "3", "minutes", "3"));
        assertEquals("'minutes' and 'epochs' were both given; right would be one of them.", both.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"minutes,0", "minutes,-1", "minutes,NaN", "minutes,1e99", "epochs,0", "learning-rate,2", "learning-rate,x",
        "seed,1.5", "threads,-1", "device,tpu", "stage,all", "kind,polymer", "samples,-1", "resume,yes"})
    void wrongTextsAreRefusedByName(String name, String text) {
        IllegalRequestException e = assertThrows(IllegalRequestException.class, () -> request(false, name, text));
        assertTrue(e.getMessage().startsWith("'" + name + "' is '" + text + "'; right would be "), e.getMessage());
    }

    @Test
    void whatMustBeGivenIsAskedForAndWhatIsUnknownRefused() {
        assertEquals("'data' was not given; right would be the name of a file or folder.",
                assertThrows(IllegalRequestException.class, () -> FineTuningParameters.request(false, Map.of("output", "o")))
                        .getMessage());
        assertTrue(assertThrows(IllegalRequestException.class, () -> request(true, "base", "m")).getMessage()
                .startsWith("There is no parameter 'base'; known are data, output, architecture, "));
    }

    @Test
    void everyDefaultIsATextThatIsAllowed() {
        FineTuningParameters.ofFineTuning().stream().filter(parameter -> !parameter.standard().isEmpty())
                .forEach(parameter -> parameter.parse(parameter.standard()));
    }

    @Test
    void architecturesHaveNamesOrFiles(@TempDir Path folder) throws Exception {
        assertEquals(192, Architectures.named("small", folder).denoiserWidth());
        assertEquals(384, Architectures.named("large", folder).denoiserWidth());
        Files.writeString(folder.resolve("own.json"), "{\"autoencoderWidth\": 8, \"encoderLayers\": 1, \"decoderLayers\": 2,"
                + "\"autoencoderHeads\": 2, \"denoiserWidth\": 12, \"denoiserLayers\": 2, \"denoiserHeads\": 3,"
                + "\"timeScale\": 1000}");
        assertEquals(new Architecture(8, 1, 2, 2, 12, 2, 3, 1000), Architectures.named("own.json", folder));
        Files.writeString(folder.resolve("wrong.json"), "[1]");
        Files.writeString(folder.resolve("empty.json"), "");
        for (String name : new String[] {"medium", "wrong.json", "empty.json"}) {
            IllegalRequestException e = assertThrows(IllegalRequestException.class, () -> Architectures.named(name, folder));
            assertTrue(e.getMessage().startsWith("'architecture' is '" + name + "', but "), e.getMessage());
        }
    }
}
