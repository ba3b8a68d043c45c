package net.bioclipse.adit.assembly;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.chemistry.cdk.ChemistryAssessor;
import net.bioclipse.adit.chemistry.cdk.ChemistryFormats;
import net.bioclipse.adit.chemistry.cdk.StructureSameness;
import net.bioclipse.adit.chemistry.cdk.crystal.DistanceFingerprint;
import net.bioclipse.adit.chemistry.cdk.depiction.CdkDepictor;
import net.bioclipse.adit.chemistry.cdk.properties.SubstructureFilter;
import net.bioclipse.adit.forcefield.Mmff94Relaxation;
import net.bioclipse.adit.forcefield.Mmff94Strain;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.inference.onnx.OnnxEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.packaging.PackageAssembler;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.XtbRelaxation;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Sameness;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.known.KnownSource;
import net.bioclipse.adit.structure.known.KnownStructures;
import net.bioclipse.adit.symmetry.MoyoSymmetryFinder;

/**
 * What the faces work with. Each part is made when it is asked for, so that nothing loads a native library or a toolkit
 * that is not used.
 */
public final class Workshop {

    /** A relaxation takes milliseconds; the limit only ends what would never end, so that no machine's speed decides. */
    private static final Duration LONGEST_RELAXATION = Duration.ofMinutes(5);

    private Workshop() {
    }

    /** The engine that runs model packages. */
    public static NeuralEngine engine() {
        return new OnnxEngine();
    }

    /**
     * Judges molecules and crystals; safe for several threads.
     *
     * @param aspects what to look at beside validity
     */
    public static StructureAssessor assessor(Set<Aspect> aspects) {
        return new ChemistryAssessor(aspects, symmetry(), new Mmff94Strain());
    }

    /** Finds space groups; safe for several threads. */
    public static SymmetryFinder symmetry() {
        return new MoyoSymmetryFinder();
    }

    /**
     * Relaxes molecules by the force field MMFF94, in this process; needs nothing installed.
     *
     * @param limit wall time for one molecule
     */
    public static Relaxation forceField(Duration limit) {
        return new Mmff94Relaxation(limit);
    }

    /**
     * Relaxes drawn molecules by the force field MMFF94; safe for several threads.
     *
     * @param aspects what to look at in the relaxed ones beside validity
     */
    public static Refinement refinement(Set<Aspect> aspects) {
        return new RelaxingRefinement(forceField(LONGEST_RELAXATION), assessor(aspects));
    }

    /**
     * Relaxes molecules with xtb (GFN2-xTB).
     *
     * @param program its name or file
     * @param limit   wall time for one molecule
     * @throws IOException with a sentence that says how to get it, when it is not there
     */
    public static Relaxation xtb(String program, Duration limit) throws IOException {
        return XtbRelaxation.find(program, limit);
    }

    /** Tells which structures of a run are the same; one for each run. */
    public static Sameness sameness() {
        return new StructureSameness();
    }

    /** All file formats that can be read or written. */
    public static StructureFormats formats() {
        return StructureFormats.BUILT_IN.and(ChemistryFormats.all());
    }

    /**
     * Keeps molecules by what they contain.
     *
     * @param included SMARTS of which all must be there
     * @param excluded SMARTS of which none must be there
     * @throws IllegalArgumentException with a sentence for the user that says where a pattern is wrong
     */
    public static StructureFilter filter(List<String> included, List<String> excluded) {
        return new SubstructureFilter(included, excluded);
    }

    /** Draws molecules. */
    public static Depictor depictor() {
        return new CdkDepictor();
    }

    /** Opens files and folders of known structures. */
    public static KnownSource known() {
        return new KnownSource(formats(), assessor(Set.of()), new DistanceFingerprint());
    }

    /** What a model was trained on; empty when its package does not tell. */
    public static Optional<KnownStructures> training(ModelPackage model) throws IOException {
        return known().open(model.optionalFile(ModelPackage.KNOWN_MOLECULES), model.optionalFile(ModelPackage.KNOWN_CRYSTALS));
    }

    /**
     * Makes a model package of what training leaves behind.
     *
     * @param draft  directory that holds the draft, see {@link PackageAssembler}
     * @param target directory to make; it must not exist or must be empty
     */
    public static ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        return PackageAssembler.assemble(draft, target);
    }

    /** Library → version, of those that decide what comes out. */
    public static Map<String, String> versions() {
        Map<String, String> versions = new LinkedHashMap<>();
        versions.put("java", Runtime.version().toString());
        versions.put("onnxruntime", new OnnxEngine().version());
        return versions;
    }
}
