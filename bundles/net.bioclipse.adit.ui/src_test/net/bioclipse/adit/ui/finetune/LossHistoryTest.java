package net.bioclipse.adit.ui.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalDouble;
import net.bioclipse.adit.finetuning.TrainingProgress;
import net.bioclipse.adit.ui.finetune.LossHistory.Point;
import org.junit.jupiter.api.Test;

class LossHistoryTest {

    private final LossHistory history = new LossHistory();

    private void say(String stage, long step, double loss, OptionalDouble validation) {
        history.add(new TrainingProgress(stage, step, 1, loss, validation, 1e-4, step, OptionalDouble.empty()));
    }

    @Test
    void keepsStagesApartInTheOrderInWhichTheyBegan() {
        say("decoder", 5, 2, OptionalDouble.empty());
        say("denoiser", 1, 9, OptionalDouble.empty());
        say("decoder", 6, 1.5, OptionalDouble.empty());
        assertEquals(List.of("decoder", "denoiser"), history.stages().stream().map(LossHistory.Stage::name).toList());
        assertEquals(List.of(new Point(5, 2), new Point(6, 1.5)), history.stages().get(0).training());
        assertEquals(List.of(new Point(1, 9)), history.stages().get(1).training());
    }

    @Test
    void takesAValidationOnceThoughItIsSaidAgainUntilTheNextOne() {
        say("denoiser", 1, 3, OptionalDouble.empty());
        say("denoiser", 2, 3, OptionalDouble.of(4));
        say("denoiser", 3, 3, OptionalDouble.of(4));
        say("denoiser", 4, 3, OptionalDouble.of(3.5));
        assertEquals(List.of(new Point(2, 4), new Point(4, 3.5)), history.stages().get(0).validation());
    }

    @Test
    void passesOverLossesThatAreNoNumbersAndStepsThatWereSaid() {
        say("denoiser", 7, Double.NaN, OptionalDouble.empty());
        say("denoiser", 8, 1, OptionalDouble.empty());
        say("denoiser", 8, 2, OptionalDouble.empty());
        assertEquals(List.of(new Point(8, 1)), history.stages().get(0).training());
    }

    @Test
    void doesNotGrowBeyondItsLimitAndKeepsTheFirstAndRecentSteps() {
        int steps = 20 * LossHistory.MOST;
        for (int step = 1; step <= steps; step++) {
            say("denoiser", step, 1.0 / step, OptionalDouble.empty());
        }
        List<Point> points = history.stages().get(0).training();
        assertTrue(points.size() < LossHistory.MOST && points.size() > LossHistory.MOST / 3, points.size() + " points");
        assertEquals(new Point(1, 1), points.get(0));
        Point last = points.get(points.size() - 1);
        assertTrue(last.step() > steps - 100, "the last step is " + last.step());
        assertEquals(1.0 / last.step(), last.loss());
        for (int i = 1; i < points.size(); i++) {
            assertTrue(points.get(i).step() > points.get(i - 1).step());
        }
    }
}
