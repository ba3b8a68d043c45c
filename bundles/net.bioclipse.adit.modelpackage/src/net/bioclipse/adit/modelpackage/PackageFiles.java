package net.bioclipse.adit.modelpackage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Checks the files that a {@code model.json} lists: names, places, sizes, checksums. */
final class PackageFiles {

    /** A graph without weights is a few ten KB; a card and a licence are texts. */
    static final long LARGEST_SMALL_FILE = 4L << 20;
    static final String WEIGHTS = "weights.safetensors";

    private final Path directory;
    private final JsonNode files;

    /** @param directory the real path of the package */
    PackageFiles(Path directory, JsonNode files) {
        this.directory = directory;
        this.files = files;
    }

    void check() throws ModelPackageException {
        for (String name : files.members().keySet()) {
            if (name.contains("/") || name.contains("\\") || name.startsWith(".")) {
                throw files.refuse("'files' lists " + ModelPackageException.quote(name),
                        "the plain name of a file in the package would be right");
            }
        }
        Map<String, JsonNode> listed = files.members(ModelPackage.FILES, ModelPackage.OPTIONAL_FILES);
        for (String name : ModelPackage.OPTIONAL_FILES) {
            if (!listed.containsKey(name) && Files.exists(directory.resolve(name))) {
                throw files.refuse("file " + name + " is not listed", "the package as it was made would be right");
            }
        }
        for (Map.Entry<String, JsonNode> member : listed.entrySet()) {
            try {
                check(member.getKey(), member.getValue());
            } catch (IOException e) {
                throw files.refuse("file " + member.getKey() + " cannot be read (" + e.getMessage() + ")",
                        "a readable file would be right");
            }
        }
    }

    private void check(String name, JsonNode entry) throws IOException, ModelPackageException {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw files.refuse("file " + name + " is missing", "the complete package would be right");
        }
        if (!directory.equals(file.toRealPath().getParent())) {
            throw files.refuse("file " + name + " is a link out of the package", "a file in the package would be right");
        }
        Map<String, JsonNode> members = entry.members(List.of("bytes", "sha256"));
        long limit = name.equals(WEIGHTS) || ModelPackage.OPTIONAL_FILES.contains(name) ? Long.MAX_VALUE : LARGEST_SMALL_FILE;
        long bytes = members.get("bytes").whole(1, limit);
        long found = Files.size(file);
        if (found != bytes) {
            throw files.refuse("file " + name + " has " + found + " bytes", bytes + " as listed would be right");
        }
        String sha256 = members.get("sha256").text();
        String actual = Sha256.of(file);
        if (!actual.equals(sha256)) {
            throw files.refuse("file " + name + " has the SHA-256 " + actual,
                    ModelPackageException.quote(sha256) + " as listed would be right");
        }
    }
}
