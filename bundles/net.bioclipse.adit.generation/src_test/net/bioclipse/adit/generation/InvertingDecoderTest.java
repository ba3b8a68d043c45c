package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.bioclipse.adit.modelpackage.Architecture;
import org.junit.jupiter.api.Test;

/** An encoder that copies coordinates into latents, and decoders that are wrong by a known amount. */
class InvertingDecoderTest {

    private static final List<Integer> ELEMENTS = List.of(6, 8);
    private static final ElementChoice CHOICE = new ElementChoice(ToyModel.request(), ELEMENTS);
    private static final float[] LINE = {-1, 0, 0, 1, 0, 0};

    @Test
    void shrinksALinearErrorByItsSquareInTwoRounds() {
        DecodedAtoms decoded = molecules(1.1f).decode(latents(LINE));
        // x₀ = 1.1 z; z₁ = z + (z − 1.1 z) = 0.9 z, x₁ = 0.99 z; z₂ = 0.91 z, x₂ = 1.001 z.
        assertArrayEquals(new float[] {-0.1001f, 0, 0, 0.1001f, 0, 0}, decoded.positions(), 1e-6f);
    }

    @Test
    void keepsTheFirstGeometryWhenTheIterationRunsAway() {
        DecodedAtoms decoded = molecules(3.5f).decode(latents(LINE));
        assertArrayEquals(new float[] {-0.35f, 0, 0, 0.35f, 0, 0}, decoded.positions(), 1e-6f);
    }

    @Test
    void encodesTheElementsChosenForTheFirstDecoding() {
        long[][] asked = new long[1][];
        LatentEncoder encoder = (batch, atoms, types, positions, fractional) -> {
            asked[0] = types;
            return latents(positions);
        };
        new InvertingDecoder(z -> decode(z, 1), encoder, StructureKind.MOLECULE, CHOICE).decode(latents(LINE));
        assertArrayEquals(new long[] {6, 8}, asked[0]);
    }

    @Test
    void aBrokenStructureHarmsNoOtherOneOfItsBatch() {
        float[] two = new float[2 * LINE.length];
        System.arraycopy(LINE, 0, two, LINE.length, LINE.length);
        two[0] = Float.NaN;
        Latents asked = new Latents(2, 2, latents(two).values());
        DecodedAtoms decoded = molecules(1.1f).decode(asked);
        assertTrue(Float.isNaN(decoded.positions()[0]));
        assertEquals(0.1001f, decoded.positions()[9], 1e-6f);
    }

    @Test
    void encodesCrystalsByTheCentredPositionsInTheirCell() {
        float[][] seen = new float[2][];
        LatentEncoder encoder = (batch, atoms, types, positions, fractional) -> {
            seen[0] = positions;
            seen[1] = fractional;
            return Latents.zeros(batch, atoms);
        };
        float right = (float) (Math.PI / 2);
        float edge = (float) (4 / Math.cbrt(2));
        LatentDecoder decoder = z -> new DecodedAtoms(1, 2, new float[2 * Architecture.ATOM_TYPES], new float[6],
                new float[] {0, 0, 0, 0.5f, 0.5f, 0.25f}, new float[] {edge, edge, edge, right, right, right});
        new InvertingDecoder(decoder, encoder, StructureKind.CRYSTAL, CHOICE).decode(Latents.zeros(1, 2));
        assertArrayEquals(new float[] {-1, -1, -0.5f, 1, 1, 0.5f}, seen[0], 1e-5f);
        assertArrayEquals(new float[] {0, 0, 0, 0.5f, 0.5f, 0.25f}, seen[1]);
    }

    private static InvertingDecoder molecules(float factor) {
        return new InvertingDecoder(z -> decode(z, factor),
                (batch, atoms, types, positions, fractional) -> new Latents(batch, atoms, latents(positions).values()),
                StructureKind.MOLECULE, CHOICE);
    }

    /** Coordinates in the first three features, nothing in the others. */
    private static Latents latents(float[] positions) {
        float[] values = new float[positions.length / 3 * Latents.WIDTH];
        for (int i = 0; i < positions.length; i++) {
            values[i / 3 * Latents.WIDTH + i % 3] = positions[i];
        }
        return new Latents(1, positions.length / 3, values);
    }

    private static DecodedAtoms decode(Latents z, float factor) {
        int tokens = z.batch() * z.atoms();
        float[] positions = new float[tokens * 3];
        float[] logits = new float[tokens * Architecture.ATOM_TYPES];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = factor * z.values()[i / 3 * Latents.WIDTH + i % 3] / 10;
        }
        for (int token = 0; token < tokens; token++) {
            logits[token * Architecture.ATOM_TYPES + ELEMENTS.get(token % 2)] = 1;
        }
        return new DecodedAtoms(z.batch(), z.atoms(), logits, positions, new float[tokens * 3], new float[z.batch() * 6]);
    }
}
