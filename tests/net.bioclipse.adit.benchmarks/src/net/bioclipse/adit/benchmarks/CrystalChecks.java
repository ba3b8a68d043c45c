package net.bioclipse.adit.benchmarks;

import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.crystal.CrystalAssessor;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.symmetry.MoyoSymmetryFinder;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Crystals a second: verdict with plausibility, one search of a space group, one of the standard cell. */
@State(Scope.Benchmark)
public class CrystalChecks {

    private static final double TOLERANCE = 0.1;

    @Param(Samples.CRYSTALS)
    public String crystals;

    private Samples samples;
    private final CrystalAssessor assessor =
            new CrystalAssessor(Set.of(Aspect.PLAUSIBILITY), (crystal, tolerance) -> Optional.empty());
    private final MoyoSymmetryFinder finder = new MoyoSymmetryFinder();

    @Setup
    public void read() {
        samples = new Samples(crystals, Crystal.class);
    }

    @Benchmark
    public Assessment verdict() {
        return assessor.assess(samples.next());
    }

    @Benchmark
    public Optional<SpaceGroup> spaceGroup() {
        return finder.spaceGroup((Crystal) samples.next(), TOLERANCE);
    }

    @Benchmark
    public Optional<Symmetry> standardCell() {
        return finder.find((Crystal) samples.next(), TOLERANCE);
    }
}
