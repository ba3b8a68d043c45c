package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.generation.DecodedAtoms;
import net.bioclipse.adit.generation.Denoiser;
import net.bioclipse.adit.generation.LatentDecoder;
import net.bioclipse.adit.generation.LatentEncoder;
import net.bioclipse.adit.generation.Latents;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.Refinement;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.StructureFilter;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.SymmetryOperation;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.structure.known.IndexingProgress;
import net.bioclipse.adit.structure.known.KnownStructures;

/**
 * A toolbox whose model draws methane for 5 atoms and a string of carbons for any other number, and whose assessor takes
 * methane and crystals for valid. Steps and structures can be watched and made to fail.
 */
class ScriptedToolbox implements Toolbox {

    /** Runs before each prediction. */
    Runnable atStep = () -> { };
    /** Runs before each assessment. */
    Runnable atAssessment = () -> { };
    NeuralEngine.Options options;
    /** Identities that the model was trained on; empty when its package does not say. */
    Optional<List<String>> training = Optional.empty();
    /** Null: the program is not installed. */
    Relaxation relaxation;
    Set<Aspect> aspects = Set.of();

    @Override
    public NeuralEngine engine() {
        return (modelPackage, wanted) -> {
            options = wanted;
            return new ScriptedModel(modelPackage);
        };
    }

    @Override
    public StructureAssessor assessor(Set<Aspect> aspects) {
        this.aspects = aspects;
        return structure -> {
            atAssessment.run();
            return assess(structure);
        };
    }

    @Override
    public Refinement relaxation(Set<Aspect> aspects) {
        return (structure, drawn) -> new Refinement.Refined(structure, new Assessment(drawn.findings(), drawn.bonds(),
                drawn.charges(), Map.of("SMILES", "C=", "relaxed by", "script"), drawn.identity()));
    }

    private static Assessment assess(AtomicStructure structure) {
        String formula = structure.formula().toString();
        boolean valid = structure instanceof Crystal || formula.equals("CH4");
        Finding valence = new Finding("valence", valid, valid ? "" : "C1 is bare");
        return new Assessment(List.of(new Finding("size", true, ""), valence),
                List.of(), new int[0], valid && !(structure instanceof Crystal) ? Map.of("SMILES", "C=") : Map.of(
                        "minimum distance", 1.25), Optional.of(formula));
    }

    @Override
    public StructureFormats formats() {
        return StructureFormats.BUILT_IN;
    }

    @Override
    public SymmetryFinder symmetry() {
        return (crystal, tolerance) -> Optional.of(
                new Symmetry(new SpaceGroup(225, "F m -3 m", "F 4/m -3 2/m", "-F 4 2 3"), List.of(SymmetryOperation.IDENTITY), crystal));
    }

    @Override
    public void index(Path training, Path index) throws IOException {
        throw new IOException("Cannot index " + training + " into " + index + ".");
    }

    @Override
    public ModelPackage assemble(Path draft, Path target) throws ModelPackageException, IOException {
        throw new IOException("Cannot assemble " + draft + " into " + target + ".");
    }

    /** Drops what contains the symbol that a pattern is; "(" is no pattern. */
    @Override
    public StructureFilter filter(List<String> included, List<String> excluded) {
        if (included.contains("(") || excluded.contains("(")) {
            throw new IllegalArgumentException("'(' is no SMARTS pattern.");
        }
        return (structure, assessment) -> {
            String formula = structure.formula().toString();
            return included.stream().filter(symbol -> !formula.contains(symbol)).findFirst().map(s -> "does not contain " + s)
                    .or(() -> excluded.stream().filter(formula::contains).findFirst().map(s -> "contains " + s));
        };
    }

    /** A file is its own set of identities, one a line. */
    @Override
    public Optional<KnownStructures> known(Path file, IndexingProgress progress) throws IOException {
        return Optional.of(known(Files.readAllLines(file)));
    }

    @Override
    public Optional<KnownStructures> training(ModelPackage model) {
        return training.map(ScriptedToolbox::known);
    }

    private static KnownStructures known(List<String> identities) {
        return new KnownStructures() {

            @Override
            public boolean holds(Class<? extends AtomicStructure> kind) {
                return true;
            }

            @Override
            public boolean contains(AtomicStructure structure, Assessment assessment) {
                return assessment.identity().map(identities::contains).orElse(false);
            }

            @Override
            public long unidentified() {
                return 0;
            }
        };
    }

    @Override
    public Depictor depictor() {
        return new Depictor() {

            @Override
            public Optional<String> svg(Molecule molecule, Assessment assessment, Set<Integer> highlighted) {
                return Optional.of("<svg></svg>");
            }

            @Override
            public Optional<byte[]> png(Molecule molecule, Assessment assessment, Set<Integer> highlighted, int width,
                    int height) {
                return Optional.empty();
            }
        };
    }

    @Override
    public Relaxation forceField(Duration limit) {
        return relaxation;
    }

    @Override
    public Relaxation xtb(String program, Duration limit) throws IOException {
        if (relaxation == null) {
            throw new IOException("The program '" + program + "' is not there.");
        }
        return relaxation;
    }

    @Override
    public Map<String, String> versions() {
        return Map.of("adit", "test");
    }

    private final class ScriptedModel implements LoadedModel {

        private final ModelPackage modelPackage;

        ScriptedModel(ModelPackage modelPackage) {
            this.modelPackage = modelPackage;
        }

        @Override
        public ModelPackage modelPackage() {
            return modelPackage;
        }

        @Override
        public Denoiser denoiser() {
            return (noisy, previous, time, condition) -> {
                atStep.run();
                return noisy;
            };
        }

        @Override
        public LatentDecoder decoder() {
            return ScriptedToolbox::decode;
        }

        @Override
        public LatentEncoder encoder() {
            return (batch, atoms, types, positions, fractional) -> Latents.zeros(batch, atoms);
        }

        @Override
        public String device() {
            return "script";
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static DecodedAtoms decode(Latents latents) {
        int batch = latents.batch();
        int atoms = latents.atoms();
        float[] logits = new float[batch * atoms * 100];
        float[] positions = new float[batch * atoms * 3];
        float[] fractional = new float[batch * atoms * 3];
        float[] lattice = new float[batch * 6];
        float[][] methane = {{0, 0, 0}, {1, 1, 1}, {1, -1, -1}, {-1, 1, -1}, {-1, -1, 1}};
        for (int i = 0; i < batch * atoms; i++) {
            int atom = i % atoms;
            logits[i * 100 + (atoms == 5 && atom > 0 ? 1 : 6)] = 9;
            for (int axis = 0; axis < 3; axis++) {
                // nm; a little of the noise keeps structures apart.
                positions[3 * i + axis] = (atoms == 5 ? 0.0629f * methane[atom][axis] : 0.2f * atom)
                        + 1e-4f * latents.values()[8 * i + axis];
                fractional[3 * i + axis] = atom / (float) atoms;
            }
        }
        for (int i = 0; i < batch * 6; i++) {
            lattice[i] = i % 6 < 3 ? 4 : (float) (Math.PI / 2);
        }
        return new DecodedAtoms(batch, atoms, logits, positions, fractional, lattice);
    }
}
