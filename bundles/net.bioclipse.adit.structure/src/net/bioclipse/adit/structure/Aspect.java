package net.bioclipse.adit.structure;

/** What an assessment looks at beside validity, which is always assessed; each costs time, so faces ask for what they show. */
public enum Aspect {

    /** Bond lengths, angles, clashes, planarity; for crystals overlaps and voids. */
    PLAUSIBILITY,

    /** How far a molecule is above the nearest minimum of its energy. */
    STRAIN,

    /** Whether a molecule is the same after it was written and read again. */
    ROUND_TRIP,

    /** Verdicts of other conventions, for comparison with published figures. */
    COMPARISON,

    /** Descriptors for tables and filters: logP, TPSA, scaffold, … */
    PROPERTIES,

    /** Space group of a crystal and its standardised cell. */
    SYMMETRY
}
