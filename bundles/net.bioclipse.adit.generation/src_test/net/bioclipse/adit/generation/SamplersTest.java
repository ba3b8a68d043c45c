package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SamplersTest {

    @Test
    void listsTheKnownWordsWhenAskedForAnother() {
        assertEquals("The model asks for the sampler 'heun/7'; known are euler-flow/1. Correct 'sampler' in its model.json"
                + " or use a newer version of this program.",
                assertThrows(IllegalRequestException.class, () -> Samplers.byName("heun/7")).getMessage());
    }
}
