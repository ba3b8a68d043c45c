package net.bioclipse.adit.ui.rows;

import java.util.Map;
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

    /** Title and meaning of what the checks compute, by its name. */
    private static final Map<String, String[]> PROPERTIES = Map.ofEntries(
            property("space group", "Space group", "Symmetry found within 0.1 Å"),
            property("density", "Density (g/cm³)", "Mass of the cell divided by its volume"),
            property("volume", "Volume (Å³)", "Volume of the cell"),
            property("minimum distance", "Shortest distance (Å)", "Between any two atoms"),
            property("scaled minimum distance", "Scaled distance", "Shortest distance by the sum of the covalent radii"),
            property("reduced formula", "Reduced formula", "Smallest whole numbers of atoms"),
            property("oxidation states", "Oxidation states", "A way to share out charges so that the crystal is neutral"),
            property("heavy atoms", "Heavy atoms", "Atoms other than hydrogen"),
            property("TPSA", "TPSA (Å²)", "Topological polar surface area"),
            property("logP", "logP", "Octanol–water partition, XLogP"),
            property("H-bond donors", "H-bond donors", "N–H and O–H groups"),
            property("H-bond acceptors", "H-bond acceptors", "Atoms that can take up a hydrogen bond"),
            property("rotatable bonds", "Rotatable bonds", "Single bonds outside of rings between heavy atoms, amides left out"),
            property("rings", "Rings", "Independent rings"),
            property("aromatic rings", "Aromatic rings", "Rings that are aromatic"),
            property("fraction sp3", "Fraction sp³", "Share of the carbon atoms that are sp³"),
            property("Lipinski violations", "Lipinski violations", "How many of the rule of five are broken"),
            property("scaffold", "Scaffold", "Murcko scaffold: rings and what links them"));

    private static Map.Entry<String, String[]> property(String name, String title, String help) {
        return Map.entry(name, new String[] {title, help});
    }

    /** The column of a data field or of a property that the checks computed. */
    static Column of(String name, boolean numeric) {
        String[] known = PROPERTIES.getOrDefault(name, new String[] {name, ""});
        return new Column(name, known[0], numeric, known[1]);
    }

    public Column {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        Objects.requireNonNull(help);
    }
}
