package net.bioclipse.adit.finetuning.conventions;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;

/** Brings structures into the pose, cell and atom order of a model. */
public final class Conventions {

    /** The words that a model package may say, key by key. */
    public static final Map<String, String> KNOWN = known();

    private Conventions() {
    }

    private static Map<String, String> known() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("pose", "principal-axes/1");
        known.put("moleculeOrder", "walk/1");
        known.put("cell", "niggli/1");
        known.put("crystalOrder", "electronegativity/1");
        return java.util.Collections.unmodifiableMap(known);
    }

    /**
     * Checks the words of a package.
     *
     * @param model its id, for the message
     * @throws ModelPackageException when a word is missing or another one, with the known one
     */
    public static void check(Map<String, String> words, String model) throws ModelPackageException {
        for (Map.Entry<String, String> convention : KNOWN.entrySet()) {
            String word = words.get(convention.getKey());
            if (!convention.getValue().equals(word)) {
                throw new ModelPackageException("Model '" + model + "' cannot be fine-tuned: its convention '"
                        + convention.getKey() + "' is " + (word == null ? "not said" : ModelPackageException.quote(word))
                        + "; '" + convention.getValue() + "' would be right.");
            }
        }
    }

    /** The arrays of a structure in these conventions. */
    public static TrainingArrays arrays(AtomicStructure structure) {
        return structure instanceof Crystal crystal ? crystal(crystal) : molecule((Molecule) structure);
    }

    private static TrainingArrays molecule(Molecule molecule) {
        int[] numbers = molecule.atomicNumbers();
        double[] posed = PrincipalAxes.posed(numbers, molecule.positions());
        int[] order = AtomWalk.order(numbers, posed);
        int n = numbers.length;
        return new TrainingArrays(StructureKind.MOLECULE, pick(numbers, order), pickRows(posed, order), new double[3 * n],
                new double[6]);
    }

    private static TrainingArrays crystal(Crystal crystal) {
        int n = crystal.atomCount();
        CrystalOrder ordered = CrystalOrder.of(crystal.atomicNumbers(), crystal.fractional(),
                new NiggliCell(crystal.lattice().matrix()));
        double[] cell = ordered.cell();
        Lattice lattice = new Lattice(cell[0], cell[1], cell[2], Math.toDegrees(cell[3]), Math.toDegrees(cell[4]),
                Math.toDegrees(cell[5]));
        double[] scaled = cell.clone();
        for (int k = 0; k < 3; k++) {
            scaled[k] /= Math.cbrt(n);
        }
        return new TrainingArrays(StructureKind.CRYSTAL, ordered.numbers(),
                PrincipalAxes.centred(lattice.toCartesian(ordered.fractional())), ordered.fractional(), scaled);
    }

    static int[] pick(int[] values, int[] order) {
        int[] picked = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            picked[i] = values[order[i]];
        }
        return picked;
    }

    static double[] pickRows(double[] rows, int[] order) {
        double[] picked = new double[rows.length];
        for (int i = 0; i < order.length; i++) {
            System.arraycopy(rows, 3 * order[i], picked, 3 * i, 3);
        }
        return picked;
    }
}
