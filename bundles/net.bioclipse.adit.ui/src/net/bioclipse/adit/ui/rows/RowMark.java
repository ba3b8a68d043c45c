package net.bioclipse.adit.ui.rows;

import java.util.Objects;

/**
 * The mark and the note of a row as they are kept beside its file.
 *
 * @param row     from 0
 * @param name    of the record, may be empty
 * @param formula of the structure
 * @param marked  whether it has a star
 * @param note    the user's words, may be empty
 */
record RowMark(int row, String name, String formula, boolean marked, String note) {

    RowMark {
        Objects.requireNonNull(name);
        Objects.requireNonNull(formula);
        Objects.requireNonNull(note);
    }

    /** What a row is known by when its number is another one. */
    record Key(String name, String formula) {

        static Key of(RowTable table, int row) {
            return new Key(table.text(Column.NAME, row), table.text(Column.FORMULA, row));
        }

        static Key of(Row content) {
            return content.entry().map(entry -> new Key(entry.name(), entry.structure().formulaText()))
                    .orElse(new Key("", ""));
        }
    }

    Key key() {
        return new Key(name, formula);
    }
}
