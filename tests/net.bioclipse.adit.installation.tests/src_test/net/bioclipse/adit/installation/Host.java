package net.bioclipse.adit.installation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The foreign workbench on the disk. */
final class Host {

    private static final Path FOLDER = Path.of(System.getProperty("host"));

    private Host() {
    }

    /** Files that an installation consists of, as paths relative to it, without p2's history and what running leaves. */
    static List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile).map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("p2/") && !name.startsWith("configuration/")).sorted().toList();
        }
    }

    /** The bundles that are started, as {@code name,version}. */
    static List<String> bundles() throws IOException {
        try (Stream<String> lines = Files.lines(
                FOLDER.resolve("configuration/org.eclipse.equinox.simpleconfigurator/bundles.info"))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split(",")[0] + "," + line.split(",")[1])
                    .sorted().toList();
        }
    }

    /** Starts it with an empty workspace, waits for its end, and gives what the probe in it saw. */
    static List<String> start(Path folder) throws IOException, InterruptedException {
        assumeTrue(System.getenv("DISPLAY") != null, "no DISPLAY is set, so no workbench can be started");
        Path report = folder.resolve("seen");
        ProcessBuilder builder = new ProcessBuilder(FOLDER.resolve("bioclipse-adit").toString(), "-application",
                "org.eclipse.ui.ide.workbench", "-data", folder.resolve("workspace").toString(), "-nosplash");
        builder.environment().put("ADIT_JAVA_OPTIONS", "-Dadit.probe.report=" + report);
        builder.environment().remove("ADIT_HOME");
        Process process = builder.redirectErrorStream(true).redirectOutput(folder.resolve("output").toFile()).start();
        if (!process.waitFor(900, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the workbench did not end; it said: " + Files.readString(folder.resolve("output")));
        }
        if (process.exitValue() != 0 || !Files.exists(report)) {
            throw new AssertionError("exit code " + process.exitValue() + ": " + Files.readString(folder.resolve("output")));
        }
        return Files.readAllLines(report);
    }
}
