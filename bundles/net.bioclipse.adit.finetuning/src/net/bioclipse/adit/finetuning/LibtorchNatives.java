package net.bioclipse.adit.finetuning;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.RunControl;

/**
 * The native libraries of libtorch: fetched from Maven Central when they are first needed, checked against the table
 * {@code libtorch.tsv} beside this class and kept in the user's cache folder. Another repository is named by the system
 * property {@value #REPOSITORY} or the environment variable {@code ADIT_MAVEN_REPOSITORY}.
 */
public final class LibtorchNatives {

    public static final String REPOSITORY = "adit.maven.repository";

    /** Of libtorch and its JavaCPP presets; the name of the folder in the cache. */
    static final String VERSION = "2.10.0-1.5.13";

    private static final String CENTRAL = "https://repo1.maven.org/maven2/";

    /** @param path in a Maven repository */
    record Artifact(String path, long bytes, String sha256) {

        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    private final Path folder;
    private final String repository;
    private final List<Artifact> artifacts;

    private LibtorchNatives(Path folder, String repository, List<Artifact> artifacts) {
        this.folder = folder;
        this.repository = repository;
        this.artifacts = artifacts;
    }

    /**
     * Those for this machine.
     *
     * @param cuda whether they shall compute on an NVIDIA GPU
     * @throws IllegalRequestException when there are none for this platform, or CUDA is asked for without a driver
     */
    public static LibtorchNatives ofThisMachine(boolean cuda) {
        if (cuda && !NvidiaDriver.found()) {
            throw new IllegalRequestException("'device' is 'cuda', but this machine has no NVIDIA driver ("
                    + NvidiaDriver.WHERE + "); right would be cpu or auto.");
        }
        String platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        Map<String, String> environment = System.getenv();
        String repository = System.getProperty(REPOSITORY, environment.getOrDefault("ADIT_MAVEN_REPOSITORY", CENTRAL));
        return new LibtorchNatives(cacheFolder(environment), repository, table(platform, cuda ? "cuda" : "cpu"));
    }

    static LibtorchNatives of(Path folder, String repository, List<Artifact> artifacts) {
        return new LibtorchNatives(folder, repository, artifacts);
    }

    /** Where the files lie; JavaCPP unpacks beside them. */
    public Path folder() {
        return folder;
    }

    /** Whether all files are there with their right sizes. */
    public boolean complete() {
        return artifacts.stream().allMatch(this::isThere);
    }

    /** Bytes that {@link #fetch} would transfer. */
    public long missingBytes() {
        return artifacts.stream().filter(artifact -> !isThere(artifact)).mapToLong(Artifact::bytes).sum();
    }

    /**
     * Fetches what is missing.
     *
     * @return the jars, or empty when it was cancelled; what was transferred then is used the next time
     * @throws IOException with a sentence for the user: offline, no space, a wrong checksum
     */
    public Optional<List<Path>> fetch(RunControl control) throws IOException {
        if (!complete()) {
            Files.createDirectories(folder);
            try (FileChannel lock = FileChannel.open(folder.resolve("fetch.lock"), StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE); FileLock held = lock.lock()) {
                for (Artifact artifact : artifacts) {
                    if (!isThere(artifact) && !new Download(artifact, repository, folder).run(control)) {
                        return Optional.empty();
                    }
                }
            }
        }
        List<Path> jars = new ArrayList<>();
        artifacts.forEach(artifact -> jars.add(folder.resolve(artifact.name())));
        return Optional.of(jars);
    }

    private boolean isThere(Artifact artifact) {
        try {
            return Files.size(folder.resolve(artifact.name())) == artifact.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    private static Path cacheFolder(Map<String, String> environment) {
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isBlank() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(cache))
                .resolve("bioclipse-adit").resolve("libtorch").resolve(VERSION);
    }

    /** The word of JavaCPP for an operating system and a processor. */
    static String platform(String system, String processor) {
        String name = system.toLowerCase(Locale.ROOT);
        String os = name.startsWith("win") ? "windows" : name.startsWith("mac") ? "macosx" : "linux";
        String cpu = switch (processor.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm64";
            default -> processor;
        };
        return os + "-" + cpu;
    }

    static List<Artifact> table(String platform, String device) {
        List<Artifact> artifacts = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                LibtorchNatives.class.getResourceAsStream("libtorch.tsv"), StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] fields = line.split("\t");
                if (fields[0].equals(platform) && fields[1].equals(device)) {
                    artifacts.add(new Artifact(fields[2], Long.parseLong(fields[3]), fields[4]));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (artifacts.isEmpty()) {
            throw new IllegalRequestException("Fine-tuning on " + device + " was asked for on " + platform
                    + ", but libtorch is not there for it; right would be Linux or Windows on x86-64, or macOS on arm64"
                    + " (cpu).");
        }
        return artifacts;
    }
}
