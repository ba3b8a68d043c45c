package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class UsageMistakeTest {

    @Test
    void countsTheLettersThatDiffer() {
        assertEquals(0, UsageMistake.distance("--count", "--count"));
        assertEquals(2, UsageMistake.distance("--cuont", "--count"));
        assertEquals(3, UsageMistake.distance("kitten", "sitting"));
        assertEquals(4, UsageMistake.distance("", "seed"));
    }
}
