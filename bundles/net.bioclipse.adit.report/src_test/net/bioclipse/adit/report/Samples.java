package net.bioclipse.adit.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Depictor;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;

/** Structures, assessments and a depictor whose answers can be told by looking. */
final class Samples {

    static final Molecule CARBON_MONOXIDE = new Molecule(new int[] {6, 8}, new double[] {0, 0, 0, 0, 0, 1.128});
    static final Crystal POLONIUM = new Crystal(new Lattice(3.36, 3.36, 3.36, 90, 90, 90), new int[] {84},
            new double[] {0, 0, 0});

    private Samples() {
    }

    static Assessment valid(String identity) {
        return new Assessment(List.of(new Finding("valence", true, "")), List.of(new Bond(0, 1, 3)), new int[] {0, 0},
                Map.of("SMILES", "[C-]#[O+]", "logP", 0.5), Optional.of(identity));
    }

    static Assessment refused(String check, String message) {
        return new Assessment(List.of(new Finding(check, false, message)), List.of(), new int[0], Map.of(), Optional.empty());
    }

    static Assessment implausible() {
        return new Assessment(List.of(new Finding("valence", true, ""),
                new Finding("bond lengths", false, "C1–O2 is too long", Family.PLAUSIBILITY),
                new Finding("atom stability", true, "", Family.COMPARISON)), List.of(), new int[0], Map.of(), Optional.empty());
    }

    /** Draws the formula as a text. */
    static Depictor depictor() {
        return new Depictor() {

            @Override
            public Optional<String> svg(Molecule molecule, Assessment assessment, Set<Integer> highlighted) {
                return Optional.of("<svg class=\"picture\"></svg>");
            }

            @Override
            public Optional<byte[]> png(Molecule molecule, Assessment assessment, Set<Integer> highlighted, int width,
                    int height) {
                return Optional.empty();
            }
        };
    }
}
