package net.bioclipse.adit.ui.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeNameTest {

    @Test
    void countsUpUntilANameIsFree(@TempDir Path folder) throws IOException {
        assertEquals(folder.resolve("molecules.sdf"), FreeName.in(folder, "molecules.sdf"));
        Files.createFile(folder.resolve("molecules.sdf"));
        Files.createFile(folder.resolve("molecules-2.sdf"));
        assertEquals(folder.resolve("molecules-3.sdf"), FreeName.in(folder, "molecules.sdf"));
    }
}
