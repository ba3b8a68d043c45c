package net.bioclipse.adit.benchmarks;

import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.CdkMoleculeAssessor;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Molecules a second from coordinates to a verdict with SMILES and InChIKey. */
@State(Scope.Benchmark)
public class MoleculeChecks {

    @Param(Samples.MOLECULES)
    public String molecules;

    private Samples samples;
    private final CdkMoleculeAssessor validity = new CdkMoleculeAssessor(Set.of());
    private final CdkMoleculeAssessor plausibility = new CdkMoleculeAssessor(Set.of(Aspect.PLAUSIBILITY));

    @Setup
    public void read() {
        samples = new Samples(molecules, Molecule.class);
    }

    @Benchmark
    public Assessment verdict() {
        return validity.assess(samples.next());
    }

    @Benchmark
    public Assessment verdictAndPlausibility() {
        return plausibility.assess(samples.next());
    }
}
