package net.bioclipse.adit.installation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A workbench on the disk. */
record Host(Path folder) {

    /** Eclipse's own workbench, with nothing of ours but the probe until ADiT is installed into it. */
    static final Host FOREIGN = new Host(Path.of(System.getProperty("host")));
    /** Ours, as it was built. */
    static final Host PRODUCT = new Host(Path.of(System.getProperty("product")));

    private static final String CONFIGURATOR = "org.eclipse.equinox.simpleconfigurator";

    /** Files that an installation consists of, as paths relative to it, without p2's history and what running leaves. */
    List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> !name.startsWith("p2/") && !name.startsWith("configuration/")).sorted().toList();
        }
    }

    /** The bundles that are started, as {@code name,version}. */
    List<String> bundles() throws IOException {
        return list().stream().map(line -> line.split(",")[0] + "," + line.split(",")[1]).sorted().toList();
    }

    private List<String> list() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("configuration/" + CONFIGURATOR + "/bundles.info"))) {
            return lines.filter(line -> !line.startsWith("#")).toList();
        }
    }

    /** Starts it with an empty workspace, waits for its end, and gives what the probe in it saw. */
    List<String> start(Path scratch) throws IOException, InterruptedException {
        return start(scratch, "", "-application", "org.eclipse.ui.ide.workbench", "-data",
                scratch.resolve("workspace").toString());
    }

    /**
     * The same for one without a probe, as its user starts it: the other's probe is in a list of bundles beside it. It restarts
     * the workbench once.
     */
    List<String> startWithProbeOf(Host other, Path scratch) throws IOException, InterruptedException {
        List<String> bundles = new ArrayList<>(list());
        other.list().stream().filter(line -> line.startsWith("net.bioclipse.adit.host.probe,"))
                .map(line -> line.replace("plugins/", other.folder.resolve("plugins").toUri().toString()))
                .forEach(bundles::add);
        Path list = Files.write(scratch.resolve("bundles.info"), bundles);
        String java = "-D" + CONFIGURATOR + ".configUrl=" + list.toUri() + " -Dadit.probe.restart=once -Duser.home=" + scratch;
        return start(scratch, java, "-configuration", scratch.resolve("configuration").toString());
    }

    private List<String> start(Path scratch, String java, String... options) throws IOException, InterruptedException {
        assumeTrue(System.getenv("DISPLAY") != null, "no DISPLAY is set, so no workbench can be started");
        Path report = scratch.resolve("seen");
        Path output = scratch.resolve("output");
        List<String> command = new ArrayList<>(
                List.of(folder.resolve("bioclipse-adit").toString(), "-nosplash", "-consoleLog"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("ADIT_JAVA_OPTIONS", "-Dadit.probe.report=" + report + " " + java);
        builder.environment().remove("ADIT_HOME");
        Process process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        if (!process.waitFor(900, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the workbench did not end; it said: " + Files.readString(output));
        }
        if (process.exitValue() != 0 || !Files.exists(report)) {
            throw new AssertionError("exit code " + process.exitValue() + ": " + Files.readString(output));
        }
        return Files.readAllLines(report);
    }
}
