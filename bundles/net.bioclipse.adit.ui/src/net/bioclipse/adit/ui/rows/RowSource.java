package net.bioclipse.adit.ui.rows;

import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;

/** Where the rows of a table come from: a file, or a run that goes on. Rows are only ever appended. For any thread. */
public interface RowSource extends Closeable {

    /** The file that holds the rows; of a run that goes on, the one that will. What belongs to the rows lies beside it. */
    Path place();

    /** Rows so far. */
    int size();

    /** Reads one row. Never throws for a bad record: that is a row that says why. */
    Row row(int index);

    /** Reads rows {@code from} to before {@code to}, quicker than one by one. */
    default List<Row> rows(int from, int to) {
        List<Row> rows = new ArrayList<>(to - from);
        for (int i = from; i < to; i++) {
            rows.add(row(i));
        }
        return rows;
    }

    /** The assessment of a row when it is known without computing. */
    default Optional<Assessment> assessment(int index) {
        return Optional.empty();
    }
}
