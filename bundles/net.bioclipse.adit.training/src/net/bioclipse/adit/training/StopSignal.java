package net.bioclipse.adit.training;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What the parent says on standard input: a line "stop" ends the training, the end of input means that the parent died. */
final class StopSignal {

    /** Whether to go on. */
    enum State { GO_ON, STOP, ORPHANED }

    private volatile State state = State.GO_ON;

    State state() {
        return state;
    }

    void stop() {
        state = State.STOP;
    }

    void orphan() {
        state = State.ORPHANED;
    }

    /** Listens in a thread of its own until the input ends. */
    void listen(InputStream in) {
        Thread thread = new Thread(() -> read(in), "standard input");
        thread.setDaemon(true);
        thread.start();
    }

    /** Until the input ends. */
    void read(InputStream in) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.strip().equals("stop")) {
                    stop();
                }
            }
        } catch (IOException e) {
            // As good as its end.
        }
        if (state == State.GO_ON) {
            orphan();
        }
    }
}
