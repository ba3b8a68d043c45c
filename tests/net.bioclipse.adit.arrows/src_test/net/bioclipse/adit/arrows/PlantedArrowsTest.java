package net.bioclipse.adit.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that finds nothing proves nothing: each kind of forbidden arrow is planted once and must be found. */
class PlantedArrowsTest {

    @TempDir
    Path repository;

    @BeforeEach
    void aSmallHouseInOrder() throws IOException {
        write("releng/arrows.txt", "# test\nstructure:\ngeneration: structure\nengine: ai.onnxruntime\n");
        bundle("structure", "", "import java.util.List;");
        bundle("generation", "Require-Bundle: net.bioclipse.adit.structure\n",
                "import net.bioclipse.adit.structure.A;");
        bundle("engine", "Import-Package: ai.onnxruntime;version=\"[1,2)\"\n", "import ai.onnxruntime.OrtSession;");
        assertEquals(List.of(), ArrowsCheck.violations(repository));
    }

    @Test
    void findsAForbiddenLibrary() throws IOException {
        bundle("structure", "", "import ai.onnxruntime.OrtSession;");
        finds("structure may not import ai.onnxruntime (bundles/net.bioclipse.adit.structure/src/A.java)");
    }

    @Test
    void findsAForbiddenRoom() throws IOException {
        bundle("structure", "", "import net.bioclipse.adit.generation.A;");
        finds("structure may not import net.bioclipse.adit.generation"
                + " (bundles/net.bioclipse.adit.structure/src/A.java)");
    }

    @Test
    void findsANameWrittenOut() throws IOException {
        bundle("engine", "", "class B { net.bioclipse.adit.structure.A a; }");
        finds("engine may not import net.bioclipse.adit.structure (bundles/net.bioclipse.adit.engine/src/A.java)");
    }

    @Test
    void findsTheInsideOfAnotherRoom() throws IOException {
        bundle("generation", "", "import net.bioclipse.adit.structure.internal.A;");
        finds("generation may not import net.bioclipse.adit.structure.internal"
                + " (bundles/net.bioclipse.adit.generation/src/A.java)");
    }

    @Test
    void findsTheUnofficialPartOfTheJdk() throws IOException {
        bundle("structure", "", "import sun.misc.Unsafe;");
        finds("structure may not import sun.misc (bundles/net.bioclipse.adit.structure/src/A.java)");
    }

    @Test
    void findsAForbiddenRequirementInAManifest() throws IOException {
        bundle("structure", "Require-Bundle: net.bioclipse.adit.generation\nImport-Package: org.osgi.framework\n", "");
        finds("structure may not have net.bioclipse.adit.generation in Require-Bundle"
                + " (bundles/net.bioclipse.adit.structure/META-INF/MANIFEST.MF)",
                "structure may not have org.osgi.framework in Import-Package"
                        + " (bundles/net.bioclipse.adit.structure/META-INF/MANIFEST.MF)");
    }

    @Test
    void findsAReexport() throws IOException {
        bundle("generation", "Require-Bundle: net.bioclipse.adit.structure;visibility:=reexport\n", "");
        finds("generation re-exports net.bioclipse.adit.structure;visibility:=reexport"
                + " (bundles/net.bioclipse.adit.generation/META-INF/MANIFEST.MF)");
    }

    @Test
    void findsARoomWithoutALine() throws IOException {
        bundle("drawer", "", "");
        finds("net.bioclipse.adit.drawer has no line in releng/arrows.txt (bundles/net.bioclipse.adit.drawer)");
    }

    @Test
    void findsAPackageOfAnotherRoom() throws IOException {
        write("bundles/net.bioclipse.adit.engine/src/A.java", "package net.bioclipse.adit.structure;");
        finds("engine holds the package net.bioclipse.adit.structure of another room"
                + " (bundles/net.bioclipse.adit.engine/src/A.java)");
    }

    private void finds(String... expected) throws IOException {
        assertEquals(List.of(expected), ArrowsCheck.violations(repository));
    }

    private void bundle(String room, String headers, String code) throws IOException {
        String folder = "bundles/net.bioclipse.adit." + room;
        write(folder + "/META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + headers);
        write(folder + "/src/A.java", "package net.bioclipse.adit." + room + ";\n" + code);
    }

    private void write(String path, String text) throws IOException {
        Path file = repository.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
