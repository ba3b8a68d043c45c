package net.bioclipse.adit.chemistry.cdk.crystal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.SpaceGroup;
import net.bioclipse.adit.structure.Symmetry;
import net.bioclipse.adit.structure.SymmetryFinder;
import org.junit.jupiter.api.Test;

class CrystalAssessorTest {

    private static final Lattice CUBE = new Lattice(5.64, 5.64, 5.64, 90, 90, 90);
    private static final double[] ROCK_SALT = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .5, .5, .5, .5, 0, 0, 0, .5, 0, 0,
            0, .5};
    private static final int[] NACL = {11, 11, 11, 11, 17, 17, 17, 17};

    private static Assessment assess(Lattice lattice, int[] elements, double... fractional) {
        return new CrystalAssessor(Set.of(), (any, tolerance) -> Optional.empty()).assess(new Crystal(lattice, elements, fractional));
    }

    private static String reason(Assessment assessment) {
        return assessment.failure().map(failure -> failure.check() + ": " + failure.message()).orElse("valid");
    }

    private static double number(Assessment assessment, String property) {
        return (Double) assessment.properties().get(property);
    }

    @Test
    void knowsRockSalt() {
        Assessment salt = assess(CUBE, NACL, ROCK_SALT);
        assertEquals("valid", reason(salt));
        assertEquals(List.of("cell", "minimum distance", "density", "charge neutrality"),
                salt.findings().stream().map(Finding::check).toList());
        assertEquals(List.of("formula", "reduced formula", "volume", "density", "minimum distance",
                "scaled minimum distance",
                "oxidation states"), List.copyOf(salt.properties().keySet()));
        assertEquals("Na4Cl4", salt.properties().get("formula"));
        assertEquals("NaCl", salt.properties().get("reduced formula"));
        assertEquals("Na+1 Cl-1", salt.properties().get("oxidation states"));
        assertEquals(179.406, number(salt, "volume"), 1e-3);
        assertEquals(2.164, number(salt, "density"), 1e-3);
        assertEquals(2.82, number(salt, "minimum distance"), 1e-9);
        assertEquals(2.82 / (1.66 + 1.02), number(salt, "scaled minimum distance"), 1e-9);
    }

    @Test
    void seesTheNearestImageInAVerySkewCell() {
        // The primitive cell of rock salt, one vector lengthened by whole multiples of the others.
        double h = 2.82;
        double[] rows = {0, h, h, h, 0, h, h, h, 0};
        for (int k = 0; k < 3; k++) {
            rows[6 + k] += 3 * rows[k] - 5 * rows[3 + k];
        }
        Assessment skew = assess(Lattice.ofVectors(rows), new int[] {11, 17}, 0, 0, 0, 5, 2.5, .5);
        Assessment cube = assess(CUBE, NACL, ROCK_SALT);
        assertEquals(179.406 / 4, number(skew, "volume"), 1e-3);
        assertEquals(2.164, number(skew, "density"), 1e-3);
        assertEquals(bruteForce(rows, new double[] {5, 2.5, .5}), number(skew, "minimum distance"), 1e-9);
        assertTrue(cube.valid());
    }

    private static double bruteForce(double[] rows, double[] fraction) {
        double least = Double.MAX_VALUE;
        for (int i = -30; i <= 30; i++) {
            for (int j = -30; j <= 30; j++) {
                for (int k = -30; k <= 30; k++) {
                    double own = 0;
                    double other = 0;
                    for (int d = 0; d < 3; d++) {
                        own += Math.pow(i * rows[d] + j * rows[3 + d] + k * rows[6 + d], 2);
                        other += Math.pow((i + fraction[0]) * rows[d] + (j + fraction[1]) * rows[3 + d]
                                + (k + fraction[2]) * rows[6 + d], 2);
                    }
                    least = Math.min(least, i == 0 && j == 0 && k == 0 ? other : Math.min(own, other));
                }
            }
        }
        return Math.sqrt(least);
    }

    @Test
    void countsAnAtomsOwnImage() {
        Assessment flat = assess(new Lattice(0.4, 5, 5, 90, 90, 90), new int[] {3}, 0, 0, 0);
        assertEquals("minimum distance: Li1 and its own image are 0.40 Å apart, 0.16 of the sum of their covalent radii;"
                + " expected at least 0.50 Å and 0.50 of that sum", reason(flat));
        assertEquals(Optional.empty(), flat.identity());
    }

    @Test
    void comparesDistancesWithRadii() {
        Assessment close = assess(CUBE, new int[] {55, 17}, 0, 0, 0, .25, 0, 0);
        assertEquals("minimum distance: Cs1 and Cl2 are 1.41 Å apart, 0.41 of the sum of their covalent radii;"
                + " expected at least 0.50 of that sum", reason(close));
        Assessment coincident = assess(CUBE, new int[] {55, 17}, 0.25, 0.25, 0.25, 1.25, -0.75, 0.25);
        assertEquals(0, number(coincident, "minimum distance"), 1e-12);
        assertFalse(coincident.valid());
        // Radii beyond curium are not known: the absolute limit alone counts.
        Assessment unknown = assess(CUBE, new int[] {100}, 0, 0, 0);
        assertEquals("valid", reason(unknown));
        assertFalse(unknown.properties().containsKey("scaled minimum distance"));
    }

    @Test
    void refusesOddCellsAndDensities() {
        assertEquals("cell: an angle of 8.0°, expected 10° to 170°",
                reason(assess(new Lattice(30, 30, 5, 90, 90, 8), new int[] {11, 17}, 0, 0, 0, .5, .5, .5)));
        assertEquals("cell: a volume of 0.027 Å³, expected at least 0.1 Å³",
                reason(assess(new Lattice(.3, .3, .3, 90, 90, 90), new int[] {1}, 0, 0, 0)));
        assertEquals("density: 2.162e-06 g/cm³, expected 0.01 to 25",
                reason(assess(new Lattice(1000, 100, 100, 90, 90, 90), new int[] {6, 1}, 0, 0, 0, .5, .5, .5)));
        assertEquals("density: 128.8 g/cm³, expected 0.01 to 25",
                reason(assess(new Lattice(1.36, 1.36, 1.36, 90, 90, 90), new int[] {78}, 0, 0, 0)));
        assertEquals("density: 0.7513 atoms/Å³, expected 1e-5 to 0.5",
                reason(assess(new Lattice(1.1, 1.1, 1.1, 90, 90, 90), new int[] {1}, 0, 0, 0)));
    }

    @Test
    void refusesACompositionWithoutBalance() {
        assertEquals("charge neutrality: no known oxidation states balance in NaCl2",
                reason(assess(CUBE, new int[] {11, 17, 17}, 0, 0, 0, .5, 0, 0, 0, .5, 0)));
    }

    @Test
    void identityDoesNotDependOnTheDescription() {
        Optional<String> salt = assess(CUBE, NACL, ROCK_SALT).identity();
        double[] moved = ROCK_SALT.clone();
        for (int i = 0; i < moved.length; i++) {
            moved[i] += 0.123 * (i % 3 + 1);
        }
        assertEquals(salt, assess(CUBE, NACL, moved).identity());
        double side = 5.64 / Math.sqrt(2);
        assertEquals(salt, assess(new Lattice(side, side, side, 60, 60, 60), new int[] {17, 11}, 0, 0, 0, .5, .5,
                .5).identity());
        assertEquals(salt, assess(new Lattice(11.28, 5.64, 5.64, 90, 90, 90), doubled(NACL), doubled(ROCK_SALT)).identity());
        assertNotEquals(salt, assess(new Lattice(4.1, 4.1, 4.1, 90, 90, 90), new int[] {11, 17}, 0, 0, 0, .5, .5,
                .5).identity());
        assertNotEquals(salt, assess(CUBE, new int[] {19, 19, 19, 19, 17, 17, 17, 17}, ROCK_SALT).identity());
    }

    private static int[] doubled(int[] elements) {
        int[] both = java.util.Arrays.copyOf(elements, 2 * elements.length);
        System.arraycopy(elements, 0, both, elements.length, elements.length);
        return both;
    }

    /** The same atoms in a cell of twice the length along a. */
    private static double[] doubled(double[] fractional) {
        double[] both = java.util.Arrays.copyOf(fractional, 2 * fractional.length);
        for (int i = 0; i < fractional.length; i++) {
            both[i] = i % 3 == 0 ? fractional[i] / 2 : fractional[i];
            both[fractional.length + i] = i % 3 == 0 ? fractional[i] / 2 + 0.5 : fractional[i];
        }
        return both;
    }

    private static String failures(Set<Aspect> aspects, Lattice lattice, int[] elements, double... fractional) {
        return new CrystalAssessor(aspects, (any, tolerance) -> Optional.empty()).assess(new Crystal(lattice, elements, fractional))
                .findings().stream().filter(finding -> !finding.passed() && finding.family() != Family.VALIDITY)
                .map(finding -> finding.family() + " " + finding.check() + ": " + finding.message())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void tellsImplausibleCrystalsFromInvalidOnes() {
        Set<Aspect> plausibility = Set.of(Aspect.PLAUSIBILITY);
        assertEquals("", failures(plausibility, CUBE, NACL, ROCK_SALT));
        Lattice tight = new Lattice(3.2, 3.2, 3.2, 90, 90, 90);
        assertEquals("PLAUSIBILITY overlap: Na1 and Cl6 are 1.60 Å apart, 0.60 of the sum of their covalent radii; expected at"
                + " least 0.65 of that sum\nPLAUSIBILITY voids: spheres of the covalent radii fill 288 % of the cell, expected 4.5"
                + " to 135 %", failures(plausibility, tight, NACL, ROCK_SALT));
        Lattice wide = new Lattice(20, 20, 20, 90, 90, 90);
        assertEquals("PLAUSIBILITY voids: spheres of the covalent radii fill 0.295 % of the cell, expected 4.5 to 135 %",
                failures(plausibility, wide, new int[] {11, 17}, 0, 0, 0, .14, 0, 0));
        assertEquals("", failures(Set.of(), tight, NACL, ROCK_SALT));
    }

    @Test
    void judgesByTheRuleOfTheLiteratureForComparison() {
        Set<Aspect> comparison = Set.of(Aspect.COMPARISON);
        assertEquals("", failures(comparison, CUBE, new int[] {55, 17}, 0, 0, 0, .1, 0, 0));
        assertEquals("COMPARISON 0.5 Å rule: Cs1 and Cl2 are 0.45 Å apart, 0.13 of the sum of their covalent radii in a cell of"
                + " 179.41 Å³; expected more than 0.50 Å and at least 0.10 Å³",
                failures(comparison, CUBE, new int[] {55, 17}, 0, 0, 0, .08, 0, 0));
    }

    @Test
    void anAtomBeyondAllNumbersIsNotAssessed() {
        Crystal crystal = new Crystal(CUBE, new int[] {55, 17}, new double[] {0, 0, 0, 0, 1e308, .5});
        assertEquals("not assessable: Cl2 is too far away to be computed with",
                new CrystalAssessor(Set.of(), (any, tolerance) -> Optional.empty()).assess(crystal).failure().orElseThrow().message());
    }

    @Test
    void saysWhereThePackageSmactWouldCallANeutralCrystalCharged() {
        Set<Aspect> comparison = Set.of(Aspect.COMPARISON);
        double[] body = {0, 0, 0, .5, .5, .5};
        String unknown = "COMPARISON neutral by SMACT: SMACT takes Pm for no metal and has no oxidation state of it";
        assertEquals(unknown, failures(comparison, CUBE, new int[] {61, 7}, body));
        assertEquals(unknown, failures(comparison, CUBE, new int[] {61, 47}, body));
        assertEquals("", failures(comparison, CUBE, new int[] {61, 61}, body));
        assertEquals("COMPARISON neutral by SMACT: no known oxidation states balance in NaO2",
                failures(comparison, CUBE, new int[] {11, 8, 8}, 0, 0, 0, .5, .5, .5, .5, 0, 0));
    }

    @Test
    void tellsSpaceGroupsWhenAsked() {
        Crystal salt = new Crystal(CUBE, NACL, ROCK_SALT);
        SymmetryFinder finder = (crystal, tolerance) -> Optional.of(new Symmetry(
                new SpaceGroup(tolerance > 0.05 ? 225 : 1, "at " + tolerance, "", ""), List.of(), crystal));
        Map<String, Object> properties = new CrystalAssessor(Set.of(Aspect.SYMMETRY), finder).assess(salt).properties();
        assertEquals(225, properties.get("space group number"));
        assertEquals("at 0.1", properties.get("space group"));
        assertEquals(1, properties.get("space group number at 0.01 Å"));
        assertEquals("at 0.01", properties.get("space group at 0.01 Å"));
        assertFalse(new CrystalAssessor(Set.of(), finder).assess(salt).properties().containsKey("space group"));
    }

    @Test
    void saysWhatItCannotAssess() {
        assertEquals("kind: a molecule is not assessed as a crystal",
                reason(new CrystalAssessor(Set.of(), (any, tolerance) -> Optional.empty()).assess(new Molecule(new int[] {6}, new double[3]))));
        assertEquals("kind: not assessable: 5001 atoms in the cell, at most 5000 are looked at",
                reason(assess(CUBE, java.util.stream.IntStream.range(0, 5001).map(i -> 6).toArray(), new double[3 * 5001])));
    }

    @Test
    void neverThrowsAndAlwaysEnds() {
        Random random = new Random(4);
        int assessed = 0;
        while (assessed < 1000) {
            Crystal crystal;
            try {
                crystal = random(random);
            } catch (IllegalArgumentException e) {
                continue; // no such cell
            }
            Assessment assessment = new CrystalAssessor(Set.of(), (any, tolerance) -> Optional.empty()).assess(crystal);
            assessment.failure().ifPresent(failure -> assertFalse(failure.message().isBlank(), failure.check()));
            assessed++;
        }
        assertFalse(assess(new Lattice(1e-3, 1e5, 1e5, 90, 90, 90), new int[] {6, 7}, 0, 0, 0, .5, .5, .5).valid());
        assertFalse(assess(new Lattice(1e90, 1e90, 1e90, 60, 60, 60), new int[] {6, 7}, 0, 0, 0, .5, .5, .5).valid());
    }

    private static Crystal random(Random random) {
        double[] cell = new double[6];
        for (int k = 0; k < 6; k++) {
            cell[k] = k < 3 ? Math.exp(4 * random.nextDouble() - 0.5) : 15 + 150 * random.nextDouble();
        }
        int[] elements = new int[1 + random.nextInt(60)];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = 1 + random.nextInt(Element.COUNT);
        }
        return new Crystal(new Lattice(cell[0], cell[1], cell[2], cell[3], cell[4], cell[5]), elements,
                random.doubles(3L * elements.length, -2, 2).toArray());
    }
}
