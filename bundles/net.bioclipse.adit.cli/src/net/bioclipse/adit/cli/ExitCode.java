package net.bioclipse.adit.cli;

/** What the program says to the shell when it ends; {@code --help} lists these numbers. */
final class ExitCode {

    static final int DONE = 0;
    /** A mistake of the program or a machine that is too small, not of the user. */
    static final int UNEXPECTED = 1;
    /** The request, a file or a model cannot be used. */
    static final int REFUSED = 2;
    /** The attempts were used up before enough structures were accepted. */
    static final int NOT_ENOUGH = 3;
    /** {@code check --fail-on-invalid} found invalid structures. */
    static final int INVALID = 4;
    /** Stopped by Ctrl-C, as shells count it: 128 + SIGINT. */
    static final int CANCELLED = 130;

    private ExitCode() {
    }
}
