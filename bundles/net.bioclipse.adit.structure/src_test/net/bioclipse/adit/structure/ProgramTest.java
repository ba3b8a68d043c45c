package net.bioclipse.adit.structure;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void theVersionIsThatOfTheBundle() throws IOException {
        String manifest = Files.readString(Path.of("META-INF/MANIFEST.MF"));
        assertTrue(manifest.contains("Bundle-Version: " + Program.VERSION + "."), manifest);
    }
}
