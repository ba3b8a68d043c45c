package net.bioclipse.adit.forcefield;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class Mmff94Test {

    @Test
    void givesTheEnergiesOfAnotherImplementation() throws UntypedMoleculeException {
        List<Fixture> all = Fixture.all();
        assertEquals(15, all.size());
        for (Fixture fixture : all) {
            assertEquals(fixture.energy(), fixture.field().energy(), 1e-3, fixture.smiles());
        }
    }

    @Test
    void theGradientIsTheDerivativeOfTheEnergy() throws UntypedMoleculeException {
        for (Fixture fixture : Fixture.all()) {
            Mmff94 field = fixture.field();
            double[] positions = field.start();
            double[] gradient = new double[positions.length];
            field.energy(positions, gradient);
            double[] unused = new double[positions.length];
            for (int i = 0; i < positions.length; i++) {
                double[] more = positions.clone();
                double[] less = positions.clone();
                more[i] += 1e-5;
                less[i] -= 1e-5;
                double slope = (field.energy(more, unused) - field.energy(less, unused)) / 2e-5;
                assertEquals(slope, gradient[i], 1e-3 * Math.max(1, Math.abs(slope)), fixture.smiles() + " " + i);
            }
        }
    }

    @Test
    void atomsKeepTheirPlacesWhateverTheirOrder() throws UntypedMoleculeException {
        // Hydrogens first, where the library wants them last.
        Fixture ethanol = Fixture.of("CCO");
        int n = ethanol.molecule().atomCount();
        int[] numbers = IntStream.range(0, n).map(i -> ethanol.molecule().atomicNumber(n - 1 - i)).toArray();
        double[] positions = new double[3 * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(ethanol.molecule().positions(), 3 * (n - 1 - i), positions, 3 * i, 3);
        }
        List<Bond> bonds = ethanol.bonds().stream()
                .map(bond -> new Bond(n - 1 - bond.first(), n - 1 - bond.second(), bond.order())).toList();
        Mmff94 field = Mmff94.of(new Molecule(numbers, positions), bonds, new int[n]);
        assertEquals(ethanol.energy(), field.energy(), 1e-3);
        Molecule back = field.at(field.start());
        assertArrayEquals(positions, back.positions());
        assertArrayEquals(numbers, back.atomicNumbers());
    }

    @Test
    void namesTheBondThatWasStretched() throws UntypedMoleculeException {
        Fixture ethanol = Fixture.of("CCO");
        double[] positions = ethanol.molecule().positions();
        double[] before = ethanol.field().descend(() -> false).positions();
        Molecule rest = ethanol.field().at(before);
        positions = rest.positions();
        for (int k = 0; k < 3; k++) {
            // The oxygen's hydrogen, atom 9 as people count.
            positions[24 + k] += 0.4 * (positions[24 + k] - positions[6 + k]);
        }
        Molecule stretched = new Molecule(rest.atomicNumbers(), positions);
        Mmff94 field = Mmff94.of(stretched, ethanol.bonds(), ethanol.charges());
        String words = field.mostRelieved(field.start(), before);
        assertTrue(words.matches("bond (O3–H9|H9–O3) by [0-9]+\\.[0-9] kcal/mol"), words);
        assertEquals("", field.mostRelieved(before, before));
    }

    @Test
    void refusesWhatItDoesNotDescribeAndSaysWhy() {
        assertEquals("MMFF94 has no type for B1", reason(new Molecule(new int[] {5, 1, 1, 1},
                new double[] {0, 0, 0, 1.2, 0, 0, -0.6, 1, 0, -0.6, -1, 0}), new Bond(0, 1, 1), new Bond(0, 2, 1),
                new Bond(0, 3, 1)));
        // Iron is known as an ion only.
        assertEquals("MMFF94 has no type for one of its atoms", reason(new Molecule(new int[] {26}, new double[3])));
        Molecule many = new Molecule(IntStream.range(0, 1001).map(i -> 10).toArray(), new double[3003]);
        assertEquals("1001 atoms, at most 1000 are taken", reason(many));
        UntypedMoleculeException e = assertThrows(UntypedMoleculeException.class,
                () -> Mmff94.of(new Molecule(new int[] {6}, new double[3]), List.of(), new int[0]));
        assertEquals("its bonds and charges could not be perceived", e.getMessage());
    }

    private static String reason(Molecule molecule, Bond... bonds) {
        return assertThrows(UntypedMoleculeException.class,
                () -> Mmff94.of(molecule, List.of(bonds), new int[molecule.atomCount()])).getMessage();
    }
}
