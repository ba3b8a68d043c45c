package net.bioclipse.adit.finetuning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryFinder;
import net.bioclipse.adit.structure.SymmetryOperation;

/**
 * Made structures, written as XYZ, an assessor to whom all with an oxygen are valid and all of one bent angle equal, and a
 * finder of space groups that looks at the second atom alone.
 */
final class Waters {

    static final StructureAssessor ASSESSOR = Waters::assess;
    static final SymmetryFinder SYMMETRY = (crystal, tolerance) -> group(crystal.fractional()[5]).map(number ->
            new Symmetry(new SpaceGroup(number, "", "", ""), List.of(SymmetryOperation.IDENTITY), crystal));

    private Waters() {
    }

    /** One frame of water whose hydrogens stand at an angle (degrees). */
    static String water(String name, double angle) {
        double half = Math.toRadians(angle / 2);
        return frame(name, List.of("O 0 0 0", "H " + 0.96 * Math.sin(half) + " " + 0.96 * Math.cos(half) + " 0",
                "H " + -0.96 * Math.sin(half) + " " + 0.96 * Math.cos(half) + " 0"));
    }

    /** Many different ones. */
    static String waters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(water("water " + i, 60 + i));
        }
        return text.toString();
    }

    static String frame(String name, List<String> atoms) {
        return atoms.size() + "\n" + name + "\n" + atoms.stream().collect(Collectors.joining("\n", "", "\n"));
    }

    private static Optional<Integer> group(double height) {
        return height < 0.2 ? Optional.empty() : Optional.of(height == 0.5 ? 221 : 99);
    }

    private static Assessment assess(AtomicStructure structure) {
        boolean wet = structure.formula().counts().containsKey(8);
        double[] p = structure.positions();
        String identity = structure.formula() + "/" + (p.length < 9 ? Arrays.toString(p)
                : Math.round(1000 * Math.hypot(p[3] - p[6], p[4] - p[7])));
        List<Assessment.Bond> bonds = new ArrayList<>();
        for (int i = 0; structure.atomCount() == 3 && i < 3; i++) {
            for (int j = 0; j < i; j++) {
                if (structure.atomicNumber(i) != structure.atomicNumber(j)) {
                    bonds.add(new Assessment.Bond(i, j, 1));
                }
            }
        }
        return new Assessment(List.of(new Assessment.Finding("wet", wet, wet ? "" : "no oxygen")), bonds, new int[0],
                Map.of(), wet ? Optional.of(identity) : Optional.empty());
    }
}
