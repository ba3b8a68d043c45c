package net.bioclipse.adit.structure;

/** What files say made them. */
public final class Program {

    public static final String NAME = "Bioclipse ADiT";

    /** That of the bundles without their qualifier. */
    public static final String VERSION = "0.1.0";

    private Program() {
    }
}
