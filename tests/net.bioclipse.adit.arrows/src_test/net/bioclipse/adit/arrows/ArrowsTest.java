package net.bioclipse.adit.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;

class ArrowsTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    @Test
    void everyArrowOfTheRepositoryIsInTheTable() throws IOException {
        List<String> violations = ArrowsCheck.violations(REPOSITORY);
        assertTrue(violations.isEmpty(), String.join("\n", violations));
    }

    @Test
    void theCheckSeesTheRooms() throws IOException {
        assertTrue(ArrowsCheck.bundles(REPOSITORY).size() >= 9, "found only " + ArrowsCheck.bundles(REPOSITORY));
    }

    @Test
    void theTableHasNoCircles() throws IOException {
        Arrows arrows = Arrows.read(REPOSITORY.resolve("releng/arrows.txt"));
        for (String room : arrows.rooms()) {
            assertFalse(reaches(arrows, room, room), room + " comes back to itself");
        }
    }

    /** Depth first; the depth is bounded by the number of rooms, so a circle elsewhere ends too. */
    private static boolean reaches(Arrows arrows, String from, String to) {
        return reaches(arrows, from, to, arrows.rooms().size());
    }

    private static boolean reaches(Arrows arrows, String from, String to, int depth) {
        return depth > 0 && arrows.allowed(from).stream().filter(arrows.rooms()::contains)
                .anyMatch(next -> next.equals(to) || reaches(arrows, next, to, depth - 1));
    }

    @Test
    void readsImportsAndNamesWrittenOutButNoCommentsOrStrings() {
        JavaSource source = new JavaSource("""
                package net.bioclipse.adit.structure;
                import java.util.List;
                import static ai.onnxruntime.OrtEnvironment.getEnvironment;
                import org.openscience.cdk.*;
                /** Like {@link org.eclipse.swt.SWT}. */
                class A { // com.google.gson.Gson
                    String s = "picocli.CommandLine \\" io.netty.Buffer";
                    Object o = new com.google.protobuf.ByteString();
                }
                """);
        assertEquals("net.bioclipse.adit.structure", source.packageName());
        assertEquals("[ai.onnxruntime, com.google.protobuf, java.util, org.openscience.cdk]",
                source.usedPackages().toString());
    }
}
