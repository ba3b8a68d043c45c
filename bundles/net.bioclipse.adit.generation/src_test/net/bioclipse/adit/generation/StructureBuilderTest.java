package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class StructureBuilderTest {

    private static final List<Integer> KNOWN = List.of(1, 6, 8);

    private final float[] logits = new float[2 * 2 * 100];
    private final float[] positions = {9, 9, 9, 9, 9, 9, 0.1f, 0, -0.2f, 0, 0.05f, 0};
    private final float[] fractional = {9, 9, 9, 9, 9, 9, 0.25f, -0.25f, 1.5f, -1e-30f, 1, 0.5f};
    private final float[] lattice = {0, 0, 0, 0, 0, 0, 2, 3, 4, (float) Math.PI / 2, (float) (Math.PI / 3), 2};

    private StructureBuilder.Outcome outcome(String... texts) {
        GenerationRequest request = ToyModel.request(texts);
        return new StructureBuilder(request.kind(), new ElementChoice(request, KNOWN))
                .build(new DecodedAtoms(2, 2, logits, positions, fractional, lattice), 1);
    }

    private AtomicStructure built(String... texts) {
        return outcome(texts).structure().orElseThrow();
    }

    private void logit(int atom, int element, float value) {
        logits[(2 + atom) * 100 + element] = value;
    }

    @Test
    void makesAngstromsOfNanometres() {
        assertEquals(Molecule.class, built().getClass());
        assertArrayEquals(new double[] {1, 0, -2, 0, 0.5, 0}, built().positions(), 1e-6);
    }

    @Test
    void makesACellOfScaledLengthsAndRadians() {
        Crystal crystal = (Crystal) built("kind", "crystal");
        double root = Math.cbrt(2);
        assertEquals(2 * root, crystal.lattice().a(), 1e-12);
        assertEquals(3 * root, crystal.lattice().b(), 1e-12);
        assertEquals(4 * root, crystal.lattice().c(), 1e-12);
        assertEquals(90, crystal.lattice().alpha(), 1e-5);
        assertEquals(60, crystal.lattice().beta(), 1e-5);
        assertEquals(Math.toDegrees(2), crystal.lattice().gamma(), 1e-5);
    }

    @Test
    void wrapsFractionalCoordinatesIntoTheCell() {
        assertArrayEquals(new double[] {0.25, 0.75, 0.5, 0, 0, 0.5}, ((Crystal) built("kind", "crystal")).fractional());
    }

    @Test
    void refusesNumbersThatAreNotFinite() {
        positions[7] = Float.POSITIVE_INFINITY;
        fractional[7] = Float.NaN;
        assertEquals("finite numbers", outcome().refusal());
        assertTrue(outcome().structure().isEmpty());
        assertEquals("finite numbers", outcome("kind", "crystal").refusal());
        positions[7] = 0;
        logit(1, 50, Float.NaN);
        assertEquals("finite numbers", outcome("formula", "CO").refusal());
    }

    @Test
    void refusesAtomsThatAreFarAway() {
        positions[11] = 1e30f;
        assertEquals("atoms within 1000 Å", outcome().refusal());
    }

    @Test
    void refusesCellsThatCannotBe() {
        float[][] impossible = {{0, 3, 4, 1, 1, 1}, {2, -3, 4, 1, 1, 1}, {2, 3, Float.NaN, 1, 1, 1},
            {2, 3, 4000, 1, 1, 1}, {2, 3, 4, 0, 1, 1}, {2, 3, 4, 1, 4, 1}, {2, 3, 4, 0.5f, 0.5f, 2},
            {2, 3, Float.POSITIVE_INFINITY, 1, 1, 1}};
        for (float[] cell : impossible) {
            System.arraycopy(cell, 0, lattice, 6, 6);
            assertEquals("possible cell", outcome("kind", "crystal").refusal());
        }
    }

    @Test
    void doesNotCareWhatTheOtherKindWouldNeed() {
        fractional[7] = Float.NaN;
        lattice[6] = -1;
        assertEquals("", outcome().refusal());
    }
}
