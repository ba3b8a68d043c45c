package net.bioclipse.adit.finetuning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.bioclipse.adit.finetuning.LibtorchNatives.Artifact;
import net.bioclipse.adit.generation.IllegalRequestException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibtorchNativesTest {

    @TempDir
    Path folder;

    private final byte[] content = new byte[300_000];
    private final List<String> ranges = Collections.synchronizedList(new ArrayList<>());
    private ServerSocket server;
    private boolean honoursRanges = true;
    private int sent = content.length;
    private String repository;
    private Artifact artifact;

    @BeforeEach
    void serve() throws Exception {
        new Random(1).nextBytes(content);
        artifact = new Artifact("org/x/1/x-1.jar", content.length,
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        repository = "http://" + server.getInetAddress().getHostAddress() + ":" + server.getLocalPort() + "/maven";
        Thread serving = new Thread(this::answerAll);
        serving.setDaemon(true);
        serving.start();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private void answerAll() {
        while (true) {
            try (Socket socket = server.accept()) {
                answer(socket);
            } catch (SocketException e) {
                if (server.isClosed()) {
                    return;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void answer(Socket socket) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
        boolean known = in.readLine().startsWith("GET /maven/org/x/1/x-1.jar ");
        String range = null;
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            range = line.startsWith("Range: ") ? line.substring(7) : range;
        }
        ranges.add(String.valueOf(range));
        int from = range == null || !honoursRanges ? 0 : Integer.parseInt(range.replaceAll("\\D", ""));
        String status = !known ? "404 Not Found" : from > 0 ? "206 Partial Content" : "200 OK";
        OutputStream out = socket.getOutputStream();
        out.write(("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + (known ? content.length - from : 0)
                + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.write(content, from, known ? Math.max(0, sent - from) : 0);
        out.flush();
    }

    private LibtorchNatives natives(Artifact... artifacts) {
        return LibtorchNatives.of(folder, repository, List.of(artifacts));
    }

    private byte[] fetched() throws IOException {
        return Files.readAllBytes(folder.resolve("x-1.jar"));
    }

    @Test
    void fetchesOnceAndNeverAgain() throws Exception {
        assertEquals(content.length, natives(artifact).missingBytes());
        assertEquals(List.of(folder.resolve("x-1.jar")), natives(artifact).fetch(new Watcher()).orElseThrow());
        assertArrayEquals(content, fetched());
        assertTrue(natives(artifact).complete());
        assertTrue(natives(artifact).fetch(new Watcher()).isPresent());
        assertEquals(1, ranges.size());
    }

    @Test
    void goesOnWhereATransferWasInterrupted() throws Exception {
        sent = 120_000;
        IOException e = assertThrows(IOException.class, () -> natives(artifact).fetch(new Watcher()));
        assertTrue(e.getMessage().startsWith("The native library of libtorch cannot be fetched from '" + repository
                + "/org/x/1/x-1.jar': ") && e.getMessage().contains("It is needed once"), e.getMessage());
        assertFalse(Files.exists(folder.resolve("x-1.jar")));
        long have = Files.size(folder.resolve("x-1.jar.part"));
        sent = content.length;
        natives(artifact).fetch(new Watcher());
        assertArrayEquals(content, fetched());
        assertEquals(have > 0 ? "bytes=" + have + "-" : "null", ranges.get(1));
        assertFalse(Files.exists(folder.resolve("x-1.jar.part")));
    }

    @Test
    void beginsAnewWhereTheServerKnowsNoRanges() throws Exception {
        Files.write(folder.resolve("x-1.jar.part"), Arrays.copyOf(content, 1000));
        honoursRanges = false;
        natives(artifact).fetch(new Watcher());
        assertEquals(List.of("bytes=1000-"), ranges);
        assertArrayEquals(content, fetched());
    }

    @Test
    void aWrongChecksumLeavesNothing() throws Exception {
        content[7]++;
        IOException e = assertThrows(IOException.class, () -> natives(artifact).fetch(new Watcher()));
        assertTrue(e.getMessage().contains("but " + artifact.sha256() + " is right; what was fetched is deleted."),
                e.getMessage());
        try (var files = Files.list(folder)) {
            assertEquals(List.of("fetch.lock"), files.map(file -> file.getFileName().toString()).toList());
        }
    }

    @Test
    void aDamagedPartIsNoticedAndFetchedAnewTheNextTime() throws Exception {
        Files.write(folder.resolve("x-1.jar.part"), new byte[content.length]);
        assertThrows(IOException.class, () -> natives(artifact).fetch(new Watcher()));
        natives(artifact).fetch(new Watcher());
        assertArrayEquals(content, fetched());
    }

    @Test
    void cancellingIsNoErrorAndKeepsThePart() throws Exception {
        Watcher watcher = new Watcher();
        watcher.cancelled.set(true);
        assertTrue(natives(artifact).fetch(watcher).isEmpty());
        assertFalse(Files.exists(folder.resolve("x-1.jar")));
    }

    @Test
    void saysWhenTheRepositoryHasNoSuchFileOrCannotBeReached() throws Exception {
        Artifact absent = new Artifact("org/x/1/y.jar", 5, artifact.sha256());
        IOException none = assertThrows(IOException.class, () -> natives(absent).fetch(new Watcher()));
        assertEquals("The native library of libtorch cannot be fetched from '" + repository
                + "/org/x/1/y.jar': it is not there."
                + " It is needed once; try again with a connection, or name another Maven repository in"
                + " ADIT_MAVEN_REPOSITORY.",
                none.getMessage());
        ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        other.close();
        LibtorchNatives unreachable = LibtorchNatives.of(folder, "http://127.0.0.1:" + other.getLocalPort(),
                List.of(artifact));
        IOException offline = assertThrows(IOException.class, () -> unreachable.fetch(new Watcher()));
        assertTrue(offline.getMessage().contains("try again with a connection"), offline.getMessage());
    }

    @Test
    void noRoomIsSaidBeforeTheTransfer() {
        IOException e = assertThrows(IOException.class,
                () -> natives(new Artifact("org/x/1/x-1.jar", Long.MAX_VALUE / 2, "")).fetch(new Watcher()));
        assertTrue(e.getMessage().contains("are free in '" + folder + "'; free some space or set XDG_CACHE_HOME"),
                e.getMessage());
        assertEquals(List.of(), ranges);
    }

    @Test
    void knowsThePlatformsAndRefusesOthers() {
        assertEquals("linux-x86_64", LibtorchNatives.platform("Linux", "amd64"));
        assertEquals("macosx-arm64", LibtorchNatives.platform("Mac OS X", "aarch64"));
        assertEquals("windows-x86_64", LibtorchNatives.platform("Windows 11", "amd64"));
        for (String platform : List.of("linux-x86_64", "windows-x86_64")) {
            assertEquals(3, LibtorchNatives.table(platform, "cpu").size());
            assertEquals(3, LibtorchNatives.table(platform, "cuda").size());
        }
        assertEquals(3, LibtorchNatives.table("macosx-arm64", "cpu").size());
        IllegalRequestException e = assertThrows(IllegalRequestException.class,
                () -> LibtorchNatives.table("linux-riscv64", "cpu"));
        assertEquals("Fine-tuning on cpu was asked for on linux-riscv64, but libtorch is not there for it; right would be"
                + " Linux or Windows on x86-64, or macOS on arm64 (cpu).", e.getMessage());
    }

    @Test
    void theTableHoldsSizesAndChecksums() {
        LibtorchNatives.table("linux-x86_64", "cuda").forEach(a -> {
            assertTrue(a.sha256().matches("[0-9a-f]{64}") && a.bytes() > 10_000, a.toString());
            assertTrue(a.path().startsWith("org/bytedeco/") && a.name().endsWith(".jar"), a.toString());
        });
    }
}
