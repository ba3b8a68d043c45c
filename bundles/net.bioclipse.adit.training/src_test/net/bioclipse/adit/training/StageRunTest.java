package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageRunTest {

    private static final Stage STAGE = new Stage("decoder", new ParameterLayout.Range(0, 1), 1, 1, true,
            (rows, random) -> StructureInput.clean(rows, 0.5, random));

    private static List<StructureInput> validated(long seed, Bucket... buckets) {
        return StageRun.fixed(List.of(buckets), STAGE, 50, seed).stream().map(StructureInput.class::cast).toList();
    }

    @ParameterizedTest
    @CsvSource({"1, 512", "7, 511", "300, 300", "512, 512", "2000, 500"})
    void aboutFiveHundredStructuresAreValidatedHoweverManyThereAre(int size, int validated) {
        List<StructureInput> inputs = validated(7, Samples.bucket(false, size, 5));
        assertEquals(validated, inputs.stream().mapToInt(StructureInput::size).sum());
        assertEquals(10, inputs.stream().mapToInt(StructureInput::size).max().orElseThrow());
    }

    @Test
    void aStructureThatIsTakenAgainHasOtherNoiseAndTheSameSeedTheSame() {
        Bucket one = Samples.bucket(true, 1, 3);
        StructureInput first = validated(7, one).get(0);
        assertArrayEquals(first.latentNoise(), validated(7, one).get(0).latentNoise());
        int width = first.latentNoise().length / first.size();
        assertFalse(Arrays.equals(first.latentNoise(), 0, width, first.latentNoise(), width, 2 * width));
        assertArrayEquals(Arrays.copyOf(first.truth().types(), 3), Arrays.copyOfRange(first.truth().types(), 3, 6));
    }

    @Test
    void theLastWeightsAreKeptUnlessTheirLossIsAboveTheBestByMoreThanAFiftieth() {
        assertTrue(StageRun.isGoodEnough(1.019, 1));
        assertFalse(StageRun.isGoodEnough(1.021, 1));
        assertFalse(StageRun.isGoodEnough(Double.NaN, 1));
    }

    @Test
    void withoutStructuresToValidateOnThereIsNothing() {
        assertEquals(List.of(), validated(7));
    }
}
