package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/** A folder of models with one in it, "golden", made of the draft that the tests of assembly hold. */
final class GoldenModels {

    private static final String DRAFT =
            "bundles/net.bioclipse.adit.assembly/src_test/net/bioclipse/adit/assembly/golden";
    private static Path folder;

    private GoldenModels() {
    }

    /** Made once and read by all tests; who changes a package makes a copy. */
    static synchronized Path folder() {
        if (folder == null) {
            try {
                folder = Files.createTempDirectory("adit-cli-models");
                new AssembledToolbox().assemble(draft(), folder.resolve("golden"));
                folder.toFile().deleteOnExit();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ModelPackageException e) {
                throw new IllegalStateException(e);
            }
        }
        return folder;
    }

    static Path draft() {
        return repository().resolve(DRAFT);
    }

    /** Above the working directory of the tests. */
    static Path repository() {
        Path repository = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(repository.resolve(DRAFT))) {
            repository = repository.getParent();
        }
        return repository;
    }
}
