package net.bioclipse.adit.arrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Compares every manifest and every source file under {@code bundles/} with the table of arrows. */
final class ArrowsCheck {

    private final Path repository;
    private final Arrows arrows;
    private final List<String> violations = new ArrayList<>();

    private ArrowsCheck(Path repository) throws IOException {
        this.repository = repository;
        arrows = Arrows.read(repository.resolve("releng/arrows.txt"));
    }

    /** One line for each forbidden arrow: who, what, where. */
    static List<String> violations(Path repository) throws IOException {
        ArrowsCheck check = new ArrowsCheck(repository);
        check.run();
        return check.violations;
    }

    private void run() throws IOException {
        TreeSet<String> missing = new TreeSet<>(arrows.rooms());
        for (Path bundle : bundles(repository)) {
            String name = bundle.getFileName().toString();
            String room = name.startsWith(Arrows.PREFIX) ? name.substring(Arrows.PREFIX.length()) : name;
            if (!missing.remove(room)) {
                report(name, "has no line in releng/arrows.txt", bundle);
                continue;
            }
            checkManifest(room, bundle);
            checkSources(room, bundle.resolve("src"));
        }
        missing.forEach(room -> report(room, "has a line in releng/arrows.txt but no bundle", repository));
    }

    /** A folder without a manifest is what another branch left behind, not a bundle. */
    static List<Path> bundles(Path repository) throws IOException {
        try (Stream<Path> folders = Files.list(repository.resolve("bundles"))) {
            return folders.filter(folder -> Files.exists(folder.resolve("META-INF/MANIFEST.MF"))).sorted().toList();
        }
    }

    private void checkManifest(String room, Path bundle) throws IOException {
        ManifestHeaders manifest = ManifestHeaders.of(bundle);
        Path file = bundle.resolve("META-INF/MANIFEST.MF");
        for (String header : List.of("Require-Bundle", "Import-Package")) {
            manifest.names(header).stream().filter(name -> !arrows.allows(room, name))
                    .forEach(name -> report(room, "may not have " + name + " in " + header, file));
        }
        manifest.clauses("Require-Bundle").stream().filter(clause -> clause.contains("reexport"))
                .forEach(clause -> report(room, "re-exports " + clause, file));
        for (String header : List.of("DynamicImport-Package", "Fragment-Host")) {
            if (manifest.has(header)) {
                report(room, "hides its arrows behind " + header, file);
            }
        }
        if (!room.startsWith("thirdparty.")) {
            manifest.names("Export-Package").stream()
                    .filter(name -> !isOwn(room, name) || name.contains(".internal"))
                    .forEach(name -> report(room, "may not export " + name, file));
        }
    }

    private void checkSources(String room, Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return;
        }
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
                JavaSource source = new JavaSource(Files.readString(file));
                if (!isOwn(room, source.packageName())) {
                    report(room, "holds the package " + source.packageName() + " of another room", file);
                }
                source.usedPackages().stream().filter(name -> !arrows.allows(room, name))
                        .forEach(name -> report(room, "may not import " + name, file));
            }
        }
    }

    private boolean isOwn(String room, String packageName) {
        return arrows.roomOf(packageName).filter(room::equals).isPresent();
    }

    private void report(String room, String what, Path where) {
        violations.add(room + " " + what + " (" + repository.relativize(where) + ")");
    }
}
