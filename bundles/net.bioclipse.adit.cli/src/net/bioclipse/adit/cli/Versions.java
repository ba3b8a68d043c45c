package net.bioclipse.adit.cli;

import net.bioclipse.adit.structure.Program;
import picocli.CommandLine.IVersionProvider;

/** The version of this program. */
final class Versions implements IVersionProvider {

    static final String ADIT = Program.VERSION;

    @Override
    public String[] getVersion() {
        return new String[] {Program.NAME + " " + ADIT + " (Java " + Runtime.version() + ")"};
    }
}
