package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {

    private static final String[] METHANE = {"5", "one, \"fine\"", "C 0 0 0", "H .63 .63 .63", "H .63 -.63 -.63",
        "H -.63 .63 -.63", "H -.63 -.63 .63"};
    private static final String[] CARBON = {"1", "bare", "C 0 0 0"};

    @TempDir
    Path folder;
    private CommandLineFixture line;

    @BeforeEach
    void stand() throws IOException {
        line = new CommandLineFixture(folder);
        line.file("m.xyz", String.join("\n", METHANE), String.join("\n", CARBON), String.join("\n", METHANE));
    }

    private JsonObject json(String... arguments) {
        return JsonParser.parseString(line.run(arguments).out()).getAsJsonObject();
    }

    @Test
    void printsALineForEachStructureAndASummary() {
        Result result = line.run("check", "m.xyz");
        assertEquals("""
                    1  molecule  CH4             valid    C=
                    2  molecule  C               refused  valence: C1 is bare
                    3  molecule  CH4             valid    C=
                3 structures: 2 valid (66.7 %), 1 unique
                  refused: valence 1
                  passed:  size 3/3, valence 2/3
                """, result.out());
        assertEquals("", result.err());
        assertEquals(0, result.code());
    }

    @Test
    void printsJsonWithTheAgreedKeys() {
        JsonObject report = json("check", "--format", "json", "m.xyz");
        assertEquals(3, report.get("total").getAsInt());
        assertEquals(2, report.get("valid").getAsInt());
        assertEquals(1, report.get("unique").getAsInt());
        assertEquals("{\"valence\":1}", report.get("reasons").toString());
        assertEquals("{\"size\":{\"passed\":3,\"failed\":0,\"family\":\"validity\"},"
                + "\"valence\":{\"passed\":2,\"failed\":1,\"family\":\"validity\"}}",
                report.get("checks").toString());
        assertEquals("[]", report.get("errors").toString());
        JsonObject first = report.getAsJsonArray("structures").get(0).getAsJsonObject();
        assertEquals("{\"index\":1,\"file\":\"m.xyz\",\"name\":\"one, \\\"fine\\\"\",\"kind\":\"molecule\","
                + "\"formula\":\"CH4\",\"valid\":true,\"reason\":null,\"message\":null,\"smiles\":\"C=\",\"inchikey\":null,"
                + "\"failed_checks\":[]}", first.toString());
        JsonObject second = report.getAsJsonArray("structures").get(1).getAsJsonObject();
        assertEquals("valence", second.get("reason").getAsString());
        assertEquals("C1 is bare", second.get("message").getAsString());
        assertEquals("[\"valence\"]", second.get("failed_checks").toString());
        assertFalse(second.get("valid").getAsBoolean());
    }

    @Test
    void tellsDistancesOfCrystals() throws IOException {
        line.file("c.extxyz", "1", "Lattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3 pbc=\"T T T\"", "Fe 0 0 0");
        JsonObject crystal = json("check", "--format", "json", "c.extxyz").getAsJsonArray("structures").get(0)
                .getAsJsonObject();
        assertEquals("crystal", crystal.get("kind").getAsString());
        assertEquals(1.25, crystal.get("minimum_distance").getAsDouble());
        assertFalse(crystal.has("smiles"));
    }

    @Test
    void printsATableWithTheSummaryElsewhere() {
        Result result = line.run("check", "--no-plausibility", "--format", "csv", "m.xyz");
        assertEquals("""
                index,file,name,kind,formula,valid,reason,message,smiles,inchikey,density,minimum_distance
                1,m.xyz,"one, ""fine""\",molecule,CH4,true,,,C=,,,
                2,m.xyz,bare,molecule,C,false,valence,C1 is bare,,,,1.25
                3,m.xyz,"one, ""fine""\",molecule,CH4,true,,,C=,,,
                """, result.out());
        assertTrue(result.err().startsWith("3 structures: 2 valid (66.7 %), 1 unique\n"), result.err());
    }

    @Test
    void countsOverSeveralFiles() throws IOException {
        line.file("n.xyz", METHANE);
        Result result = line.run("check", "m.xyz", "n.xyz");
        assertTrue(result.out().contains("    4  molecule  CH4"), result.out());
        assertTrue(result.out().contains("4 structures: 3 valid (75.0 %), 1 unique"), result.out());
    }

    @Test
    void aDamagedFileIsReportedUpToTheDamage() throws IOException {
        line.file("m.xyz", String.join("\n", METHANE), "5", "cut", "C 0 0 0");
        Result result = line.run("check", "m.xyz");
        assertTrue(result.out().contains("1 structure: 1 valid"), result.out());
        assertTrue(result.err().matches("adit: [^\n]*m.xyz, line \\d+[^\n]*\n"), result.err());
        assertEquals(2, result.code());
        JsonObject report = json("check", "--format", "json", "m.xyz");
        assertEquals(1, report.get("total").getAsInt());
        assertTrue(report.getAsJsonArray("errors").get(0).getAsString().contains("line"));
    }

    @Test
    void goesOnWithTheNextFileAfterOneThatIsMissing() {
        Result result = line.run("check", "none.xyz", "m.xyz");
        assertTrue(result.out().contains("3 structures"), result.out());
        assertEquals("adit: Cannot read '" + folder.resolve("none.xyz") + "': there is no such file.\n", result.err());
        assertEquals(2, result.code());
    }

    @Test
    void refusesAFormatThatItDoesNotKnow() throws IOException {
        line.file("m.pdb", "ATOM");
        Result result = line.run("check", "m.pdb");
        assertEquals("adit: Cannot read 'm.pdb': its suffix names no format for that; known are .xyz, .extxyz, .cif,"
                + " .vasp, .poscar, POSCAR, CONTCAR.\n",
                result.err());
        assertEquals(2, result.code());
    }

    @Test
    void refusesEmptyAndBinaryFilesInOneLine() throws IOException {
        line.file("empty.xyz");
        Files.write(folder.resolve("empty.xyz"), new byte[0]);
        Files.write(folder.resolve("binary.xyz"), new byte[] {0, 1, 2, 3, -1});
        line.file("huge.xyz", "99999999999", "huge", "C 0 0 0");
        for (String name : new String[] {"empty.xyz", "binary.xyz", "huge.xyz"}) {
            Result result = line.run("check", name);
            assertEquals(2, result.code(), name);
            assertTrue(result.err().matches("adit: [^\n]*" + name + "[^\n]*\n"), result.err());
        }
    }

    @Test
    void canFailOnInvalidStructures() throws IOException {
        assertEquals(4, line.run("check", "--fail-on-invalid", "m.xyz").code());
        line.file("n.xyz", METHANE);
        assertEquals(0, line.run("check", "--fail-on-invalid", "n.xyz").code());
    }

    @Test
    void keepsTheOrderOfALongFile() throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(folder.resolve("long.xyz"))) {
            for (int i = 0; i < 2000; i++) {
                writer.write("1\nnumber " + i + "\n" + (i % 3 == 0 ? "C" : "N") + " 0 0 0\n");
            }
        }
        String[] rows = line.run("check", "--format", "csv", "long.xyz").out().split("\n");
        for (int i = 0; i < 2000; i++) {
            assertTrue(rows[i + 1].startsWith(i + 1 + ",long.xyz,number " + i + ",molecule," + (i % 3 == 0 ? "C," : "N,")),
                    rows[i + 1]);
        }
    }
}
