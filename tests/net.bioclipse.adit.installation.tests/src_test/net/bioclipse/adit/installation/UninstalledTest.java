package net.bioclipse.adit.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench after ADiT was taken away. */
class UninstalledTest {

    @TempDir
    private Path folder;

    @Test
    void hasTheSameFilesAndBundlesAsBeforeAndNoMenu() throws Exception {
        List<String> before = Files.readAllLines(Path.of(System.getProperty("before")));
        List<String> now = Stream.concat(Host.FOREIGN.files().stream(), Host.FOREIGN.bundles().stream()).toList();
        assertEquals(String.join("\n", before), String.join("\n", now));
        assertEquals(BeforeTest.SEEN, Host.FOREIGN.start(folder));
    }
}
