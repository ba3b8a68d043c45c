package net.bioclipse.adit.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Runs command lines in a folder of its own, with the tiny golden model, and holds what they say. */
final class CommandLineFixture {

    /** What a command line said and ended with. */
    record Result(int code, String out, String err) {
    }

    final Path folder;
    Toolbox toolbox = new ScriptedToolbox();
    BooleanSupplier cancelled = () -> false;
    boolean terminal;
    private long nanos;

    CommandLineFixture(Path folder) {
        this.folder = folder;
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        // A clock that goes on by a second at every look.
        Surroundings surroundings = new Surroundings(stream(out), stream(err), terminal, folder, GoldenModels.folder(),
                () -> nanos += 1_000_000_000L);
        int code = Main.run(surroundings, toolbox, () -> cancelled, arguments);
        surroundings.out().flush();
        surroundings.err().flush();
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    String text(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }
}
