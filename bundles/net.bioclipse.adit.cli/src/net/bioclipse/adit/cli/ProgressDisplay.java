package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far work is, with rate and time left: on a terminal a bar that is drawn over itself, elsewhere a plain line
 * every few seconds. Writes nothing for work that is done before the first line is due.
 */
final class ProgressDisplay {

    private static final long NANOS = 1_000_000_000L;
    private static final long BAR_PAUSE = NANOS / 10;
    private static final long LINE_PAUSE = 5 * NANOS;
    private static final int BAR_WIDTH = 20;
    /** Narrower than the narrowest usual terminal, so that a bar never wraps. */
    private static final int WIDTH = 79;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanos;
    private final long began;
    private long shown;
    private int drawn;

    ProgressDisplay(PrintStream err, boolean terminal, LongSupplier nanos) {
        this.err = err;
        this.terminal = terminal;
        this.nanos = nanos;
        began = nanos.getAsLong();
        shown = began;
    }

    /**
     * @param done  structures so far
     * @param total structures wanted
     * @param what  what is going on, a few words
     */
    void show(long done, long total, String what) {
        long now = nanos.getAsLong();
        if (now - shown < (terminal ? BAR_PAUSE : LINE_PAUSE)) {
            return;
        }
        shown = now;
        String text = text(done, total, (now - began) / (double) NANOS, what);
        if (terminal) {
            draw(bar(done, total) + " " + text);
        } else {
            err.println(text);
            err.flush();
        }
    }

    /** Takes the bar away, so that other lines can be written. */
    void clear() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }

    private void draw(String line) {
        String cut = line.length() > WIDTH ? line.substring(0, WIDTH) : line;
        err.print("\r" + cut + " ".repeat(Math.max(0, drawn - cut.length())));
        err.flush();
        drawn = cut.length();
    }

    private static String bar(long done, long total) {
        int full = (int) (BAR_WIDTH * Math.min(done, total) / Math.max(1, total));
        return "[" + "#".repeat(full) + "-".repeat(BAR_WIDTH - full) + "]";
    }

    static String text(long done, long total, double seconds, String what) {
        double rate = seconds > 0 ? done / seconds : 0;
        String left = rate > 0 ? duration((total - done) / rate) + " left" : "time left unknown";
        return String.format(Locale.ROOT, "%d of %d, %s/s, %s (%s)", done, total, number(rate), left, what);
    }

    /** Three digits are enough for a rate. */
    static String number(double rate) {
        return String.format(Locale.ROOT, rate >= 100 ? "%.0f" : rate >= 10 ? "%.1f" : "%.2f", rate);
    }

    static String duration(double seconds) {
        long whole = Math.round(Math.max(0, seconds));
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600 ? String.format(Locale.ROOT, "%d min %02d s", whole / 60, whole % 60)
                : String.format(Locale.ROOT, "%d h %02d min", whole / 3600, whole / 60 % 60);
    }
}
