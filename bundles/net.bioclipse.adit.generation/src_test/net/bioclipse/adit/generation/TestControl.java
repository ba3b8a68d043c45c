package net.bioclipse.adit.generation;

import java.util.ArrayList;
import java.util.List;

/** Counts how often it is asked and says yes from a given time on; keeps what was said. */
final class TestControl implements RunControl {

    final List<String> said = new ArrayList<>();
    long drawn;
    long kept;
    private final int patience;
    private int asked;

    private TestControl(int patience) {
        this.patience = patience;
    }

    static TestControl patient() {
        return new TestControl(Integer.MAX_VALUE);
    }

    /** Not cancelled the first {@code times} times it is asked. */
    static TestControl cancellingAfter(int times) {
        return new TestControl(times);
    }

    @Override
    public boolean isCancelled() {
        return asked++ >= patience;
    }

    @Override
    public void progress(long done, long total, String what) {
        said.add(done + "/" + total + " " + what);
    }

    @Override
    public void counted(long drawn, long kept) {
        this.drawn = drawn;
        this.kept = kept;
    }
}
