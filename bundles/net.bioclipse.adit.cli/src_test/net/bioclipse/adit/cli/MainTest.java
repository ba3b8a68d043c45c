package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {

    @TempDir
    Path folder;

    private Result run(String... arguments) {
        return new CommandLineFixture(folder).run(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-V", "generate --version"})
    void tellsItsVersion(String arguments) {
        Result result = run(arguments.split(" "));
        assertEquals("Bioclipse ADiT " + Versions.ADIT + " (Java " + Runtime.version() + ")\n",
                result.out().replace(System.lineSeparator(), "\n"));
        assertEquals(0, result.code());
    }

    @Test
    void itsVersionIsThatOfTheBundle() throws IOException {
        String manifest = Files.readString(
                GoldenModels.repository().resolve("bundles/net.bioclipse.adit.cli/META-INF/MANIFEST.MF"));
        assertTrue(manifest.contains("Bundle-Version: " + Versions.ADIT + ".qualifier"), manifest);
    }

    @Test
    void helpNamesTheCommandsAndTheExitCodes() {
        String help = run("--help").out();
        for (String expected : new String[] {"  generate  ", "  check  ", "  models  ", "    0  all is done",
            "    2  the request", "    3  fewer structures", "  130  stopped by Ctrl-C", "--debug"}) {
            assertTrue(help.contains(expected), expected);
        }
    }

    @Test
    void withoutACommandItHelps() {
        assertEquals(run("--help").out(), run().out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "generate --help", "check --help", "models --help", "models list --help",
        "models show --help", "models assemble --help", "models index --help", "convert --help"})
    void everyCommandHasHelp(String arguments) {
        Result result = run(arguments.split(" "));
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("Usage: adit"), result.out());
        assertEquals("", result.err());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            genrate                 | 'adit' does not know 'genrate'; did you mean 'generate'? See 'adit --help'.
            generate --cuont 3      | 'adit generate' does not know '--cuont'; did you mean '--count'? See 'adit generate --help'.
            generate --sede=3       | 'adit generate' does not know '--sede=3'; did you mean '--seed'? See 'adit generate --help'.
            generate --frobnicate   | 'adit generate' does not know '--frobnicate'. See 'adit generate --help'.
            generate molecules.sdf  | 'adit generate' does not know 'molecules.sdf'. See 'adit generate --help'.
            generate --count        | Missing required parameter for option '--count' (N). See 'adit generate --help'.
            generate --count 1 --count 2 | option '--count' (N) should be specified only once. See 'adit generate --help'.
            check                   | Missing required parameter: 'FILE'. See 'adit check --help'.
            check --format xml a.sdf | Invalid value for option '--format': expected one of [text, json, csv] (case-sensitive) but was 'xml'. See 'adit check --help'.
            models show             | Missing required parameter: 'MODEL'. See 'adit models show --help'.
            models assemble d       | Missing required option: '--output=DIR'. See 'adit models assemble --help'.
            """)
    void aMistypedCommandLineIsOneLine(String arguments, String expected) {
        Result result = run(arguments.split(" "));
        assertEquals("adit: " + expected + "\n", result.err());
        assertEquals("", result.out());
        assertEquals(2, result.code());
    }
}
