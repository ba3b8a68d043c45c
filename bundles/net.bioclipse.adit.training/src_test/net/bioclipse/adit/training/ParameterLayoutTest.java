package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.bioclipse.adit.modelpackage.Architecture;
import org.junit.jupiter.api.Test;

class ParameterLayoutTest {

    private final ParameterLayout layout = new ParameterLayout(Samples.TINY);

    @Test
    void parametersLieSideBySide() {
        int end = 0;
        for (ParameterLayout.Parameter p : layout.all()) {
            assertEquals(end, p.offset(), p.name());
            end += p.length();
        }
        assertEquals(end, layout.size());
    }

    @Test
    void networksFollowOneAnother() {
        ParameterLayout.Range both = layout.range("encoder", "decoder");
        ParameterLayout.Range decoder = layout.range("decoder", "decoder");
        ParameterLayout.Range denoiser = layout.range("denoiser", "denoiser");
        assertEquals(0, both.start());
        assertEquals(both.end(), decoder.end());
        assertEquals(decoder.end(), denoiser.start());
        assertEquals(layout.size(), denoiser.end());
        assertTrue(layout.in(decoder).stream().allMatch(p -> p.name().startsWith("decoder.")));
    }

    @Test
    void hiddenMatricesAreThoseOfTheLayers() {
        assertTrue(layout.get("denoiser.blocks.0.mlp.2.weight").isHiddenMatrix());
        assertTrue(layout.get("encoder.layers.0.attention.qkv.weight").isHiddenMatrix());
        assertFalse(layout.get("encoder.layers.0.attention.qkv.bias").isHiddenMatrix());
        assertFalse(layout.get("denoiser.blocks.0.modulation.weight").isHiddenMatrix());
        assertFalse(layout.get("decoder.atom_types.weight").isHiddenMatrix());
    }

    @Test
    void refusesWhatNoArrayHolds() {
        Architecture huge = new Architecture(8192, 256, 256, 1, 8192, 256, 1, 1000);
        assertThrows(TrainingException.class, () -> new ParameterLayout(huge));
    }
}
