package net.bioclipse.adit.installation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The product as it was built, started by its own script in the home of somebody new. */
class ProductTest {

    @TempDir
    private Path home;

    @Test
    void opensItsOwnWindowAgainAfterARestartAndGeneratesByItsMenuWithTheModelThatIsInIt() throws Exception {
        List<String> files = Host.PRODUCT.files();
        assertTrue(files.contains("models/adit-qm9-mp20/model.json"), "no model is in the product");
        assertEquals(List.of("perspective: net.bioclipse.adit.ui.perspective",
                "menu: [Generate…, Check, Report, Fine-tune…, Models…, Help]", "molecules: 2"),
                Host.PRODUCT.startWithProbeOf(Host.FOREIGN, home));
        assertTrue(Files.exists(home.resolve("restarted")));
        assertEquals(files, Host.PRODUCT.files());
    }

    @Test
    void hasTrainingButNoProbe() throws Exception {
        List<String> names = Host.PRODUCT.bundles().stream().map(bundle -> bundle.split(",")[0]).toList();
        assertTrue(names.contains("net.bioclipse.adit.training"));
        assertTrue(names.stream().noneMatch(name -> name.startsWith("net.bioclipse.adit.host")), names.toString());
    }
}
