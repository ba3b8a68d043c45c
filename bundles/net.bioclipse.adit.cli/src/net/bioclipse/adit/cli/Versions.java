package net.bioclipse.adit.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of this program; that of the bundles without their qualifier. */
final class Versions implements IVersionProvider {

    static final String ADIT = "0.1.0";

    @Override
    public String[] getVersion() {
        return new String[] {"Bioclipse ADiT " + ADIT + " (Java " + Runtime.version() + ")"};
    }
}
