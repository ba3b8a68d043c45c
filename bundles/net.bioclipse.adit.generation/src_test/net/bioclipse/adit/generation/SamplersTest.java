package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.bioclipse.adit.modelpackage.ModelPackage;
import org.junit.jupiter.api.Test;

class SamplersTest {

    @Test
    void listsTheKnownWordsWhenAskedForAnother() {
        assertEquals("The model asks for the sampler 'heun/7'; known are euler-flow/1, stochastic-flow/1. Correct 'sampler' in its"
                + " model.json or use a newer version of this program.",
                assertThrows(IllegalRequestException.class, () -> Samplers.of(new ModelPackage.Sampler("heun/7", 1, 1), 1)).getMessage());
    }
}
