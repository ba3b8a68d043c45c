package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {

    @TempDir
    Path directory;
    private Path target;

    @BeforeEach
    void nameTarget() {
        target = directory.resolve("molecules.xyz");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(Path target, String why) {
        IOException e = assertThrows(IOException.class, () -> AtomicFile.create(target));
        assertEquals("Cannot write '" + target + "': " + why + ".", e.getMessage());
    }

    @Test
    void appearsWholeOnCommitAndLeavesNothingElse() throws IOException {
        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(bytes("whole"));
            assertFalse(Files.exists(target));
            file.commit();
            assertEquals("whole", Files.readString(target));
        }
        assertEquals(List.of("molecules.xyz"), names());
    }

    @Test
    void replacesAnExistingFileOnlyOnCommit() throws IOException {
        Files.writeString(target, "old");
        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(bytes("new"));
            assertEquals("old", Files.readString(target));
            file.stream().close();
            assertEquals("old", Files.readString(target));
            file.commit();
        }
        assertEquals("new", Files.readString(target));
    }

    @Test
    void withoutCommitTheOldFileStaysAndNothingIsLeft() throws IOException {
        Files.writeString(target, "old");
        AtomicFile file = AtomicFile.create(target);
        file.stream().write(bytes("half"));
        file.close();
        file.close();
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("molecules.xyz"), names());
    }

    @Test
    void twoAtATimeDoNotMix() throws IOException {
        try (AtomicFile first = AtomicFile.create(target); AtomicFile second = AtomicFile.create(target)) {
            first.stream().write(bytes("first"));
            second.stream().write(bytes("second"));
            first.commit();
            assertEquals("first", Files.readString(target));
            second.commit();
        }
        assertEquals("second", Files.readString(target));
        assertEquals(List.of("molecules.xyz"), names());
    }

    @Test
    void getsTheUsualPermissions() throws IOException {
        Path usual = Files.createFile(directory.resolve("usual"));
        try (AtomicFile file = AtomicFile.create(target)) {
            file.commit();
        }
        assertEquals(Files.isReadable(usual), Files.isReadable(target));
        if (Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            assertEquals(Files.getPosixFilePermissions(usual), Files.getPosixFilePermissions(target));
        }
    }

    @Test
    void takesARelativeNameWithoutDirectory() throws IOException {
        try (AtomicFile file = AtomicFile.create(Path.of("not-kept.xyz"))) {
            assertTrue(file.stream() != null);
        }
        assertFalse(Files.exists(Path.of("not-kept.xyz")));
    }

    @Test
    void refusesADirectoryAndAMissingDirectory() {
        assertRefused(directory, "it is a directory; name a file in it");
        Path missing = directory.resolve("missing");
        assertRefused(missing.resolve("x.xyz"), "there is no directory '" + missing + "'; create it first");
        assertRefused(Path.of("/"), "it is a directory; name a file in it");
    }

    @Test
    void refusesAFileInThePlaceOfTheDirectory() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertRefused(file.resolve("x.xyz"), "there is no directory '" + file + "'; create it first");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesASymbolicLinkAndNamesItsTarget() throws IOException {
        Path link = Files.createSymbolicLink(directory.resolve("link.xyz"), Path.of("molecules.xyz"));
        assertRefused(link, "it is a symbolic link; name the file itself, 'molecules.xyz'");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void refusesADevice() {
        assertRefused(Path.of("/dev/null"), "it is a device or pipe; name a file");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhenTheDirectoryTakesNoFile() {
        // /proc takes no files, not even from root.
        IOException e = assertThrows(IOException.class, () -> AtomicFile.create(Path.of("/proc/x.xyz")));
        assertTrue(e.getMessage().startsWith(
                "Cannot write '/proc/x.xyz': the directory '/proc' takes no new file; name another place or allow "
                + "writing ("));
    }
}
