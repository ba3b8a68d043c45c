package net.bioclipse.adit.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workbench with the feature that p2's director has installed from the update site. */
class InstalledTest {

    @TempDir
    private Path folder;

    @Test
    void hasTheMenuAndGeneratesByItWithTheModelThatCameAlong() throws Exception {
        assertTrue(Host.FOREIGN.files().contains("models/adit-qm9-mp20/model.json"));
        List<String> seen = Host.FOREIGN.start(folder);
        assertEquals(BeforeTest.SEEN.get(0), seen.get(0));
        assertTrue(seen.get(1).startsWith("menu: [Generate…, Check, "), seen.toString());
        assertEquals("molecules: 2", seen.get(2));
    }

    @Test
    void hasNoTraining() throws Exception {
        List<String> bundles = Host.FOREIGN.bundles();
        assertFalse(bundles.stream().anyMatch(bundle -> bundle.startsWith("net.bioclipse.adit.training")));
    }
}
