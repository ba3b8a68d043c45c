package net.bioclipse.adit.ui.rows;

import java.util.Objects;

/**
 * A column of the table: its values are numbers or texts.
 *
 * @param id      what it is called in settings
 * @param title   what it is called in the window
 * @param numeric whether its values are numbers, so that it has a range and can be plotted
 * @param help    a sentence for the tooltip
 */
public record Column(String id, String title, boolean numeric, String help) {

    /** Number of the row in the file or run, from 1. */
    public static final Column NUMBER = new Column("number", "#", true, "Number of the record in the file, from 1");
    public static final Column NAME = new Column("name", "Name", false, "Title of the record");
    public static final Column FORMULA = new Column("formula", "Formula", false,
            "Chemical formula; of a crystal, that of its cell");
    public static final Column ATOMS = new Column("atoms", "Atoms", true, "Number of atoms, hydrogens included");
    /** {@link Verdict#word()}. */
    public static final Column VERDICT = new Column("verdict", "Verdict", false,
            "Valid when every check of validity passed; doubtful when it is valid but a check of plausibility failed");
    public static final Column REASON = new Column("reason", "Reason", false, "The first check that failed, and why");
    public static final Column SMILES = new Column("SMILES", "SMILES", false, "Bonds and charges as perceived");
    public static final Column INCHIKEY = new Column("InChIKey", "InChIKey", false, "Equal for equal molecules");
    public static final Column NOTE = new Column("note", "Note", false, "Your words about the row");

    public Column {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(help);
    }
}
