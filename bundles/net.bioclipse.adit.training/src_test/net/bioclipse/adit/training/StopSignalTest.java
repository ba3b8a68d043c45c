package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StopSignalTest {

    @ParameterizedTest
    @CsvSource({"'stop\n', STOP", "'hello\n stop \n', STOP", "'stop', STOP", "'', ORPHANED", "'stopp\n', ORPHANED"})
    void aLineStopEndsTheTrainingAndTheEndOfInputLeavesIt(String input, StopSignal.State state) {
        StopSignal signal = new StopSignal();
        assertEquals(StopSignal.State.GO_ON, signal.state());
        signal.read(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        assertEquals(state, signal.state());
    }

    @Test
    void aBrokenPipeIsAnEnd() {
        StopSignal signal = new StopSignal();
        signal.read(new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("gone");
            }
        });
        assertEquals(StopSignal.State.ORPHANED, signal.state());
    }
}
