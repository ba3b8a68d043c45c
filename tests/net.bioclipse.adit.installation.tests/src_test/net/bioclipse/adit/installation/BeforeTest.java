package net.bioclipse.adit.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench as it was before ADiT came. */
class BeforeTest {

    static final List<String> SEEN = List.of("perspective: org.eclipse.ui.resourcePerspective", "menu: []");

    @TempDir
    private Path folder;

    @Test
    void hasNothingOfOursAndNoMenu() throws Exception {
        remember();
        assertFalse(Host.FOREIGN.bundles().stream().anyMatch(bundle -> bundle.startsWith("net.bioclipse.adit.ui")));
        assertEquals(SEEN, Host.FOREIGN.start(folder));
    }

    private static void remember() throws IOException {
        Path before = Path.of(System.getProperty("before"));
        Files.createDirectories(before.getParent());
        Files.write(before, Stream.concat(Host.FOREIGN.files().stream(), Host.FOREIGN.bundles().stream()).toList());
    }
}
