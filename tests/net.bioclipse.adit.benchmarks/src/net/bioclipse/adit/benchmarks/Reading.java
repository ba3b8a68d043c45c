package net.bioclipse.adit.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.bioclipse.adit.chemistry.cdk.CdkMoleculeAssessor;
import net.bioclipse.adit.chemistry.cdk.SdfReader;
import net.bioclipse.adit.chemistry.cdk.SdfWriter;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.known.KnownIndex;
import net.bioclipse.adit.structure.known.KnownIndexWriter;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Records of an SDF file read a second, and look-ups a second in an index of a million InChIKeys. */
@State(Scope.Benchmark)
public class Reading {

    private static final int RECORDS = 1000;
    private static final int KEYS = 1_000_000;
    private static final int KEY_LETTERS = 25;

    private Path folder;
    private Path sdf;
    private KnownIndex index;
    private String[] asked;
    private int next;

    @Setup
    public void write() throws IOException {
        folder = Files.createTempDirectory("adit-benchmarks");
        sdf = folder.resolve("molecules.sdf");
        CdkMoleculeAssessor assessor = new CdkMoleculeAssessor(Set.of());
        Samples samples = new Samples(Samples.MOLECULES, Molecule.class);
        try (SdfWriter writer = new SdfWriter(Files.newOutputStream(sdf))) {
            for (int i = 0; i < RECORDS; i++) {
                AtomicStructure structure = samples.next();
                writer.write("record " + i, structure, assessor.assess(structure));
            }
        }
        Path place = folder.resolve("known.adit-keys");
        Random random = new Random(1);
        asked = new String[RECORDS];
        try (KnownIndexWriter writer = new KnownIndexWriter(place, KnownIndexWriter.WIDE)) {
            for (int i = 0; i < KEYS; i++) {
                String key = random.ints(KEY_LETTERS, 'A', 'Z' + 1).mapToObj(Character::toString)
                        .collect(Collectors.joining());
                asked[i % RECORDS] = i % 2 == 0 ? key : key.toLowerCase(Locale.ROOT);
                writer.take(Optional.of(key));
            }
            writer.commit();
        }
        index = KnownIndex.open(place);
    }

    @TearDown
    public void remove() throws IOException {
        for (String name : new String[] {"molecules.sdf", "known.adit-keys", ""}) {
            Files.deleteIfExists(folder.resolve(name));
        }
    }

    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public int sdfRecords() throws IOException {
        int[] atoms = {0};
        new SdfReader().read(sdf, entry -> atoms[0] += entry.structure().atomCount());
        return atoms[0];
    }

    /** Half of the keys are known. */
    @Benchmark
    public boolean knownKey() {
        next = (next + 1) % RECORDS;
        return index.contains(asked[next]);
    }
}
