package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * What the program stands in, handed over so that tests can stand it somewhere else.
 *
 * @param out      for results
 * @param err      for progress and errors
 * @param terminal whether a person watches {@code err}
 * @param folder   relative names of outputs begin here
 * @param models   where the model packages lie
 * @param nanos    a clock in nanoseconds for rates
 */
record Surroundings(PrintStream out, PrintStream err, boolean terminal, Path folder, Path models, LongSupplier nanos) {

    /**
     * Those of this process. The launcher says where the program lies ({@code adit.home}, else the variable
     * {@code ADIT_HOME}, else the working directory) and whether standard error is a terminal ({@code adit.terminal}).
     */
    static Surroundings ofProcess(PrintStream out, PrintStream err) {
        String variable = System.getenv().getOrDefault("ADIT_HOME", "");
        Path home = Path.of(System.getProperty("adit.home", variable));
        String told = System.getProperty("adit.terminal");
        boolean terminal = told == null ? System.console() != null : Boolean.parseBoolean(told);
        return new Surroundings(out, err, terminal, Path.of(""), home.resolve("models"), System::nanoTime);
    }
}
