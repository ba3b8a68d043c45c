package net.bioclipse.adit.ui.parameters;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.generation.GenerationParameters;
import org.junit.jupiter.api.Test;

class CommandLineTextTest {

    @Test
    void leavesOutWhatIsTheDefaultButShowsKindAndCount() {
        assertEquals("./adit generate --kind molecule --count 10", line(Map.of("keep", "unique")));
    }

    private static String line(Map<String, String> texts) {
        return CommandLineText.of("generate", GenerationParameters.all(), texts,
                Set.of(GenerationParameters.KIND, GenerationParameters.COUNT));
    }

    @Test
    void repeatsTheOptionForEachLineAndGivesAFlagByItsNameAlone() {
        assertEquals("./adit finetune --data 'my data' --data more.sdf --output new --resume", CommandLineText.of("finetune",
                FineTuningParameters.ofFineTuning(), Map.of("data", "my data\nmore.sdf", "output", "new", "resume", "true"),
                Set.of()));
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", "crystal");
        texts.put("output", "my crystals/it's.cif");
        texts.put("elements", "Na,Cl");
        assertEquals("./adit generate --kind crystal --count 10 --output 'my crystals/it'\\''s.cif' --elements Na,Cl",
                line(texts));
    }
}
