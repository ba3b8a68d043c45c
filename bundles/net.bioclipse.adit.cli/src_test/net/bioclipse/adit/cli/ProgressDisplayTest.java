package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private long millis;

    private ProgressDisplay display(boolean terminal) {
        return new ProgressDisplay(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal, () -> millis * 1_000_000);
    }

    private String text() {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }

    @Test
    void saysNothingBeforeThePauseIsOver() {
        ProgressDisplay lines = display(false);
        millis = 4999;
        lines.show(1, 2, "a");
        lines.clear();
        assertEquals("", text());
    }

    @Test
    void writesALineEveryFiveSeconds() {
        ProgressDisplay lines = display(false);
        for (millis = 0; millis <= 12_000; millis += 1000) {
            lines.show(millis / 1000, 100, "step");
        }
        assertEquals("5 of 100, 1.00/s, 1 min 35 s left (step)\n10 of 100, 1.00/s, 1 min 30 s left (step)\n", text());
    }

    @Test
    void drawsTheBarOverItself() {
        ProgressDisplay bar = display(true);
        millis = 1000;
        bar.show(12, 24, "a long description of the work");
        millis = 2000;
        bar.show(24, 24, "end");
        bar.clear();
        String first = "[##########----------] 12 of 24, 12.0/s, 1 s left (a long description of the work)";
        String second = "[####################] 24 of 24, 12.0/s, 0 s left (end)";
        assertEquals("\r" + first.substring(0, 79) + "\r" + second + " ".repeat(79 - second.length()) + "\r"
                + " ".repeat(second.length()) + "\r", text());
    }

    @Test
    void doesNotKnowTheTimeLeftBeforeTheFirstStructure() {
        assertEquals("0 of 5, 0.00/s, time left unknown (x)", ProgressDisplay.text(0, 5, 3, "x"));
    }

    @Test
    void writesDurationsForPeople() {
        assertEquals("0 s", ProgressDisplay.duration(-1));
        assertEquals("59 s", ProgressDisplay.duration(59.4));
        assertEquals("1 min 00 s", ProgressDisplay.duration(59.6));
        assertEquals("59 min 59 s", ProgressDisplay.duration(3599));
        assertEquals("2 h 05 min", ProgressDisplay.duration(7500));
    }
}
