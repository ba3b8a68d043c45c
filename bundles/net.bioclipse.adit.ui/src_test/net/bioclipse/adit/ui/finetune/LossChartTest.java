package net.bioclipse.adit.ui.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.util.List;
import net.bioclipse.adit.ui.finetune.LossHistory.Point;
import net.bioclipse.adit.ui.finetune.LossHistory.Stage;
import org.junit.jupiter.api.Test;

class LossChartTest {

    private static final int WIDTH = 600;
    /** Height of the line above the panels that names the curves. */
    private static final int LEGEND = 22;
    private static final int TRAINING = 0x5B8DB8;
    private static final int VALIDATION = 0xE67A00;

    private static BufferedImage draw(Stage... stages) {
        return LossChart.draw(List.of(stages), 0xFFFFFF, 0x000000, WIDTH, 240);
    }

    private static long pixels(BufferedImage image, int colour, int fromX, int toX) {
        long count = 0;
        for (int x = fromX; x < toX; x++) {
            for (int y = LEGEND; y < image.getHeight(); y++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == colour ? 1 : 0;
            }
        }
        return count;
    }

    private static Stage falling(String name, List<Point> validation) {
        return new Stage(name, List.of(new Point(1, 3), new Point(50, 2), new Point(100, 1)), validation);
    }

    @Test
    void drawsBothCurvesOfAStage() {
        BufferedImage image = draw(falling("denoiser", List.of(new Point(50, 2.5), new Point(100, 1.5))));
        assertTrue(pixels(image, TRAINING, 0, WIDTH) > 50);
        assertTrue(pixels(image, VALIDATION, 0, WIDTH) > 50);
    }

    @Test
    void givesEachStageAPanelOfItsOwn() {
        BufferedImage image = draw(falling("autoencoder", List.of()), falling("denoiser", List.of(new Point(60, 1.2))));
        assertTrue(pixels(image, TRAINING, 0, WIDTH / 2) > 20);
        assertTrue(pixels(image, TRAINING, WIDTH / 2, WIDTH) > 20);
        assertEquals(0, pixels(image, VALIDATION, 0, WIDTH / 2));
        assertTrue(pixels(image, VALIDATION, WIDTH / 2, WIDTH) > 5);
    }
}
