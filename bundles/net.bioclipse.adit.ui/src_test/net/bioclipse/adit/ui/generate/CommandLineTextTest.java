package net.bioclipse.adit.ui.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineTextTest {

    @Test
    void leavesOutWhatIsTheDefaultButShowsKindAndCount() {
        assertEquals("./adit generate --kind molecule --count 10", CommandLineText.of(Map.of("keep", "unique")));
    }

    @Test
    void quotesWhatAShellWouldTakeApart() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("kind", "crystal");
        texts.put("output", "my crystals/it's.cif");
        texts.put("elements", "Na,Cl");
        assertEquals("./adit generate --kind crystal --count 10 --output 'my crystals/it'\\''s.cif' --elements Na,Cl",
                CommandLineText.of(texts));
    }
}
