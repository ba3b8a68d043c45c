package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BatchPlanTest {

    private final StructureNoise noise = new StructureNoise(1);
    private final SizeDistribution sizes = new SizeDistribution(
            new TreeMap<>(Map.of(3, 2L, 4, 1L, 7, 5L, 8, 3L, 9, 4L, 12, 1L)));
    private final BatchPlan plan = new BatchPlan(noise, sizes, 4);

    @Test
    void takesEveryStructureOnceWithItsOwnSizeInBatchesThatFit() {
        plan.extendTo(30);
        plan.extendTo(20);
        plan.extendTo(50);
        List<Long> taken = new ArrayList<>();
        for (Optional<BatchPlan.Batch> batch = plan.next(); batch.isPresent(); batch = plan.next()) {
            assertTrue(batch.get().indices().length <= 4);
            for (long index : batch.get().indices()) {
                assertEquals(noise.atoms(index, sizes), batch.get().atoms());
                taken.add(index);
            }
        }
        assertEquals(LongStream.range(0, 50).boxed().toList(), taken.stream().sorted().toList());
    }

    @Test
    void takesTheFirstStructureThatWaitsFirst() {
        plan.extendTo(50);
        TreeSet<Long> waiting = new TreeSet<>(LongStream.range(0, 50).boxed().toList());
        while (!waiting.isEmpty()) {
            long[] indices = plan.next().orElseThrow().indices();
            assertEquals(waiting.first(), indices[0]);
            LongStream.of(indices).forEach(waiting::remove);
        }
        assertTrue(plan.next().isEmpty());
    }
}
