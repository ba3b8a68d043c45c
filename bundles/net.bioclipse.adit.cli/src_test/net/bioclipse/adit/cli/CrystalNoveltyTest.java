package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.cli.CommandLineFixture.Result;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.runs.Novelty;
import net.bioclipse.adit.structure.Crystal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Crystals against known ones, with the real parts. */
class CrystalNoveltyTest {

    @TempDir
    Path folder;
    private CommandLineFixture adit;

    @BeforeEach
    void writeFiles() throws IOException {
        adit = new CommandLineFixture(folder);
        adit.toolbox = new AssembledToolbox();
        Files.createDirectories(folder.resolve("known/salt"));
        adit.file("known/salt/POSCAR", "rock salt", "5.64", "1 0 0", "0 1 0", "0 0 1", "Na Cl", "4 4", "Direct", "0 0 0", "0 .5 .5",
                ".5 0 .5", ".5 .5 0", ".5 .5 .5", ".5 0 0", "0 .5 0", "0 0 .5");
        // The primitive cell moved; a stretched one; another compound; a molecule.
        adit.file("drawn.extxyz", "2", "Lattice=\"0 2.82 2.82 2.82 0 2.82 2.82 2.82 0\" name=same", "Cl 2.92 0.1 0.1",
                "Na 0.1 0.1 0.1", "2", "Lattice=\"0 3 2.6 3 0 2.6 3 3 0\" name=stretched", "Cl 3 0 0", "Na 0 0 0", "2",
                "Lattice=\"0 2.1 2.1 2.1 0 2.1 2.1 2.1 0\" name=other", "O 2.1 0 0", "Mg 0 0 0", "3", "water", "O 0 0 0.1173",
                "H 0 0.7572 -0.4692", "H 0 -0.7572 -0.4692");
    }

    @Test
    void aCrystalIsKnownInAnotherCell() {
        Result result = adit.run("check", "--novel-against", "known", "--format", "csv", "drawn.extxyz");
        assertEquals(ExitCode.DONE, result.code(), result.err());
        List<String> rows = result.out().lines().toList();
        assertTrue(rows.get(1).endsWith(",false,false,is in known"), rows.get(1));
        for (int i = 2; i < 5; i++) {
            assertTrue(rows.get(i).endsWith(",true,true,"), rows.get(i));
        }
        assertTrue(result.err().contains("4 unique, 3 novel, 3 selected"), result.err());
    }

    @Test
    void aListOfMoleculesSaysNothingOfCrystals() throws IOException {
        adit.file("keys.csv", "XLYOFNOQVPJJNP-UHFFFAOYSA-N");
        Result result = adit.run("check", "--novel-against", "keys.csv", "--format", "json", "drawn.extxyz");
        List<String> lines = result.out().lines().toList();
        assertFalse(lines.get(2).contains("\"novel\""), lines.get(2));
        assertTrue(lines.get(5).contains("\"novel\":false"), lines.get(5));
        assertEquals("'novel-against' is 'keys.csv', but this file tells nothing of crystals; right would be a file of such"
                + " structures.", assertThrows(IllegalRequestException.class, () -> Novelty.open(Optional.of(Crystal.class),
                        List.of("keys.csv"), folder, Optional.empty(), adit.toolbox, records -> true)).getMessage());
    }

    @Test
    void whatCouldNotBeReadIsTold() throws IOException {
        adit.file("known/damaged.cif", "data_x", "loop_", "_a");
        Result result = adit.run("check", "--novel-against", "known", "drawn.extxyz");
        assertEquals(ExitCode.DONE, result.code());
        assertEquals("adit: 1 records of known cannot be read or told apart; what equals them counts as novel.\n", result.err());
    }
}
