package net.bioclipse.adit.structure;

/** What an assessment looks at beside validity, which is always assessed; each costs time, so faces ask for what they show. */
public enum Aspect {

    /** Bond lengths, angles, clashes, planarity; for crystals overlaps and voids. */
    PLAUSIBILITY,

    /** Verdicts of other conventions, for comparison with published figures. */
    COMPARISON,

    /** Descriptors for tables and filters: logP, TPSA, scaffold, … */
    PROPERTIES,

    /** Space group of a crystal and its standardised cell. */
    SYMMETRY
}
