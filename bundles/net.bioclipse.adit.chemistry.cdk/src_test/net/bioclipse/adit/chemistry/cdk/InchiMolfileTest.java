package net.bioclipse.adit.chemistry.cdk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.interfaces.IAtomContainer;

class InchiMolfileTest {

    private static IAtomContainer hydroxideBesideSodium(double x) {
        return MoleculeGraph.of(new Molecule(new int[] {8, 1, 11}, new double[] {0, 0, 0, -0.00004, 0.96, 0, x, -2.12345, 0}),
                List.of(new Bond(0, 1, 1)), new int[] {-1, 0, 1});
    }

    @Test
    void holdsCoordinatesChargesAndTheValenceOfEveryAtom() {
        assertEquals(Optional.of("""



              3  1  0  0  0  0  0  0  0  0999 V2000
                0.0000    0.0000    0.0000 O   0  0  0  0  0  1  0  0  0  0  0  0
               -0.0000    0.9600    0.0000 H   0  0  0  0  0  1  0  0  0  0  0  0
               12.5000   -2.1235    0.0000 Na  0  0  0  0  0 15  0  0  0  0  0  0
              1  2  1  0
            M  CHG  1   1  -1
            M  CHG  1   3   1
            M  END
            """.indent(0)), InchiMolfile.of(hydroxideBesideSodium(12.5)));
    }

    @Test
    void anAtomTooFarAwayOrTooManyAtomsNeedAnotherWay() {
        assertEquals(Optional.empty(), InchiMolfile.of(hydroxideBesideSodium(1e4)));
        int[] atoms = new int[1000];
        Arrays.fill(atoms, 2);
        assertEquals(Optional.empty(), InchiMolfile.of(MoleculeGraph.of(new Molecule(atoms, new double[3000]), List.of(),
                new int[1000])));
    }

    @Test
    void aGraphWithoutCoordinatesOrWithCountedHydrogensNeedsAnotherWay() throws CDKException {
        assertEquals(Optional.empty(), InchiMolfile.of(SmilesReader.graph("CCO")));
        IAtomContainer counted = hydroxideBesideSodium(3);
        counted.getAtom(0).setImplicitHydrogenCount(1);
        assertEquals(Optional.empty(), InchiMolfile.of(counted));
    }
}
