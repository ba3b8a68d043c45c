package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import net.bioclipse.adit.physics.Relaxation;
import net.bioclipse.adit.physics.Relaxation.Relaxed;
import net.bioclipse.adit.physics.Relaxation.State;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What check and relax do beside judging: aspects, selection, pages, files and physics. */
class CheckSelectionTest {

    @TempDir
    Path folder;
    private CommandLineFixture adit;
    private ScriptedToolbox toolbox;

    @BeforeEach
    void writeFiles() throws IOException {
        adit = new CommandLineFixture(folder);
        toolbox = (ScriptedToolbox) adit.toolbox;
        adit.file("three.xyz", "5", "methane", "C 0 0 0", "H 1 1 1", "H 1 -1 -1", "H -1 1 -1", "H -1 -1 1", "1", "iron",
                "Fe 0 0 0", "5", "again", "C 0 0 0", "H 1 1 1", "H 1 -1 -1", "H -1 1 -1", "H -1 -1 1");
    }

    @Test
    void looksAtPlausibilityUnlessToldOtherwiseAndAtAllWhenAsked() {
        adit.run("check", "three.xyz");
        assertEquals(Set.of(Aspect.PLAUSIBILITY), toolbox.aspects);
        adit.run("check", "--no-plausibility", "--symmetry", "three.xyz");
        assertEquals(Set.of(Aspect.SYMMETRY), toolbox.aspects);
        adit.run("check", "--all", "three.xyz");
        assertEquals(EnumSet.allOf(Aspect.class), toolbox.aspects);
    }

    @Test
    void symmetrisedCrystalsAreWrittenWithTheirSpaceGroupAndIntoNothingElseThanCif() throws IOException {
        adit.file("cell.extxyz", "1", "Lattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3", "Fe 0 0 0");
        Result result = adit.run("check", "--symmetrise", "--output", "cell.cif", "cell.extxyz");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(adit.text("cell.cif").contains("'F 4/m -3 2/m'"), adit.text("cell.cif"));
        result = adit.run("check", "--symmetrise", "--output", "cell2.extxyz", "cell.extxyz");
        assertEquals(ExitCode.REFUSED, result.code());
        assertTrue(result.err().contains("right would be an output that ends in .cif"), result.err());
        result = adit.run("check", "--symmetrise", "cell.extxyz");
        assertEquals(ExitCode.REFUSED, result.code());
        assertTrue(result.err().contains("right would be --output FILE.cif"), result.err());
    }

    @Test
    void patternsAndKnownStructuresSelectAndOutputTakesTheSelected() throws IOException {
        Result result = adit.run("check", "--include", "C", "--exclude", "Fe", "--output", "good.xyz", "three.xyz");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(result.out().contains("3 structures: 2 valid (66.7 %), 1 unique, 2 selected\n"), result.out());
        assertEquals(2, adit.text("good.xyz").split("methane|again", -1).length - 1);
        adit.file("known.txt", "CH4");
        result = adit.run("check", "--novel-against", "known.txt", "three.xyz");
        assertTrue(result.out().contains("not selected: is in known.txt"), result.out());
        assertTrue(result.out().contains("2 valid (66.7 %), 1 unique, 0 novel, 0 selected"), result.out());
        assertTrue(result.out().contains("refused: known 2, valence 1"), result.out());
    }

    @Test
    void theTrainingDataOfAModelAreASetToo() {
        assertTrue(adit.run("check", "--novel-against", "training", "three.xyz").err().contains("no model is named; add --model ID."));
        Result unknown = adit.run("check", "--novel-against", "training", "--model", "golden", "three.xyz");
        assertEquals(ExitCode.REFUSED, unknown.code());
        assertTrue(unknown.err().contains("does not say what it was trained on"), unknown.err());
        toolbox.training = Optional.of(List.of("CH4"));
        Result known = adit.run("check", "--novel-against", "training", "--model", "golden", "three.xyz");
        assertTrue(known.out().contains("is in the training data"), known.out() + known.err());
    }

    @Test
    void aWrongPatternIsAMistakeOfTheUser() {
        Result result = adit.run("check", "--include", "(", "three.xyz");
        assertEquals(ExitCode.REFUSED, result.code());
        assertEquals("adit: '(' is no SMARTS pattern.\n", result.err());
    }

    @Test
    void writesAPageWithAReferenceAndTheSettings() throws IOException {
        Result result = adit.run("check", "--report", "page.html", "--reference", "three.xyz", "--include", "C", "three.xyz");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        String page = adit.text("page.html");
        assertTrue(page.contains("<h1>Check of three.xyz</h1>") && page.contains("C1 is bare"), page);
        assertTrue(page.contains("<span>three.xyz</span>") && page.contains("<td>include</td><td><code>C</code></td>"), page);
    }

    @Test
    void whatCannotBeWrittenIsNoticedBeforeAnythingIsRead() {
        for (String[] wrong : new String[][] {{"--report", "no/page.html"}, {"--output", "no/good.xyz"},
            {"--output", "good.docx"}, {"--threads", "-1"}, {"--relax", "--time-limit", "0"},
            {"--relax", "--program", "/usr/bin/xtb"}, {"--relax", "--method", "uff"}}) {
            Result result = adit.run(join("check", "three.xyz", wrong));
            assertEquals(ExitCode.REFUSED, result.code(), String.join(" ", wrong));
            assertEquals("", result.out());
            assertEquals(1, result.err().lines().count(), result.err());
        }
    }

    @Test
    void relaxesValidMoleculesWhenAsked() {
        assertEquals("adit: The program 'xtb' is not there.\n",
                adit.run("check", "--relax", "--method", "xtb", "three.xyz").err());
        toolbox.relaxation = relaxation(State.RELAXED);
        Result result = adit.run("check", "--relax", "--format", "json", "three.xyz");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(result.out().contains("\"relaxation\":\"relaxed\",\"relaxation_message\":null,\"relaxed_by\":\"script\","
                + "\"energy_before_kcal_per_mol\":-1.0,\"energy_after_kcal_per_mol\":-1.5,\"energy_gained_kcal_per_mol\":0.5,"
                + "\"rmsd\":"), result.out());
        assertTrue(result.out().contains("\"kept_its_bonds\":true,\"valid_when_relaxed\":true,"
                + "\"plausible_when_relaxed\":true"), result.out());
        assertTrue(result.out().contains("\"relaxations\": {\"relaxed\":2,\"kept its bonds\":2,"
                + "\"plausible when relaxed\":2}"), result.out());
        Result table = adit.run("check", "--relax", "--format", "csv", "three.xyz");
        assertTrue(table.out().contains(",relaxed,,script,-1.0,-1.5,0.5,"), table.out());
    }

    @Test
    void relaxWritesWhatCameOut() throws IOException {
        toolbox.relaxation = relaxation(State.RELAXED);
        Result result = adit.run("relax", "three.xyz", "--output", "relaxed.xyz", "--threads", "2");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertEquals("    1  CH4             relaxed, 0.5 kcal/mol lower, RMSD 0.000 Å, kept", result.out().lines().findFirst()
                .orElseThrow());
        assertTrue(result.out().endsWith("script: 3 structures, plausible as drawn 0, relaxed 3, kept its bonds 3, plausible when"
                + " relaxed 2\n"), result.out());
        assertTrue(adit.text("relaxed.xyz").contains("methane"));
    }

    @Test
    void stoppingRelaxKeepsNothing() {
        toolbox.relaxation = relaxation(State.RELAXED);
        adit.cancelled = () -> true;
        for (String[] command : new String[][] {{"relax", "three.xyz", "--output", "out.xyz"},
            {"check", "--relax", "three.xyz", "--output", "out.xyz"}}) {
            Result result = adit.run(command);
            assertEquals(ExitCode.CANCELLED, result.code(), result.err());
            assertEquals("adit: Stopped after 0 structures.\n", result.err());
            assertFalse(Files.exists(folder.resolve("out.xyz")));
        }
    }

    @Test
    void crystalsAndDrawingsAreLeftOutWithAWord() throws IOException {
        toolbox.relaxation = relaxation(State.RELAXED);
        adit.file("cell.extxyz", "1", "Lattice=\"4 0 0 0 4 0 0 0 4\" Properties=species:S:1:pos:R:3", "Fe 0 0 0");
        Result result = adit.run("relax", "cell.extxyz");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        assertTrue(result.out().contains("left out: a crystal; only free molecules are relaxed"), result.out());
        assertTrue(result.out().endsWith("script: 1 structure, none relaxed\n"), result.out());
    }

    @Test
    void aFailureOfOneMoleculeIsAResult() {
        toolbox.relaxation = relaxation(State.FAILED);
        Result result = adit.run("relax", "three.xyz");
        assertEquals(ExitCode.DONE, result.code());
        assertTrue(result.out().contains("failed: for a reason"), result.out());
    }

    /** Leaves molecules where they are. */
    private static Relaxation relaxation(State state) {
        return new Relaxation() {

            @Override
            public Relaxed relax(Molecule molecule, Assessment perceived, BooleanSupplier cancelled) {
                return state == State.RELAXED ? new Relaxed(state, Optional.of(molecule), -1, -1.5, "")
                        : new Relaxed(state, Optional.empty(), Double.NaN, Double.NaN, "for a reason");
            }

            @Override
            public String description() {
                return "script";
            }
        };
    }

    private static String[] join(String command, String file, String... options) {
        String[] all = new String[options.length + 2];
        all[0] = command;
        System.arraycopy(options, 0, all, 1, options.length);
        all[options.length + 1] = file;
        return all;
    }
}
