package net.bioclipse.adit.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.io.XyzReader;

/** Structures to work on, in memory, one after the other and from the beginning again. */
final class Samples {

    /** Thirty-odd known molecules, the fixture of the tests of perception. */
    static final String MOLECULES =
            "bundles/net.bioclipse.adit.chemistry.cdk/src_test/net/bioclipse/adit/chemistry/cdk/named-molecules.xyz";
    /** The crystal of the fuzzing's good files. */
    static final String CRYSTALS = "bundles/net.bioclipse.adit.cli/src_test/net/bioclipse/adit/cli/fuzzing/columns.extxyz";

    private final List<AtomicStructure> structures = new ArrayList<>();
    private int next;

    /**
     * @param file (extended) XYZ, relative to the repository
     * @param kind others are left out
     */
    Samples(String file, Class<? extends AtomicStructure> kind) {
        try {
            new XyzReader().read(root().resolve(file), entry -> {
                if (kind.isInstance(entry.structure())) {
                    structures.add(entry.structure());
                }
            });
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    static Path root() {
        return Path.of(System.getProperty("adit.home"));
    }

    AtomicStructure next() {
        next = (next + 1) % structures.size();
        return structures.get(next);
    }
}
