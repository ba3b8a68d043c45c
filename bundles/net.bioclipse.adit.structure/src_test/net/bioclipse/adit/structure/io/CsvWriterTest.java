package net.bioclipse.adit.structure.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.Molecule;
import org.junit.jupiter.api.Test;

class CsvWriterTest {

    private static final Molecule METHANE = new Molecule(new int[] {6, 1, 1, 1, 1}, new double[15]);
    private static final Crystal IRON = new Crystal(new Lattice(4, 5, 6, 90, 90, 90), new int[] {26, 26}, new double[6]);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final CsvWriter writer = new CsvWriter(bytes);

    private static Assessment of(Map<String, Object> properties, Finding... findings) {
        return new Assessment(List.of(findings), List.of(), new int[0], properties, Optional.empty());
    }

    private String text() throws IOException {
        writer.close();
        writer.close();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void hasAColumnForEveryPropertyOfAnyRow() throws IOException {
        Map<String, Object> first = new LinkedHashMap<>();
        first.put("SMILES", "C");
        first.put("mass", 16.043);
        Map<String, Object> second = new LinkedHashMap<>();
        second.put("density", 1 / 3.0);
        second.put("mass", 1);
        writer.write("a", METHANE, of(first, new Finding("connected", true, "")));
        writer.write("b", IRON, of(second, new Finding("neutral", false, "far, too \"positive\"")));
        assertEquals("""
                name,kind,formula,atoms,valid,reason,SMILES,mass,density
                a,molecule,CH4,5,true,,C,16.043,
                b,crystal,Fe2,2,false,neutral,,1,0.33333333
                """, text());
    }

    @Test
    void quotesAsInRfc4180() throws IOException {
        writer.write("a,b", METHANE, of(Map.of("x \"y\"", "two\nlines")));
        assertEquals("name,kind,formula,atoms,valid,reason,\"x \"\"y\"\"\"\n"
                + "\"a,b\",molecule,CH4,5,true,,\"two\nlines\"\n", text());
    }

    @Test
    void makesSpreadsheetFormulasHarmlessAndLeavesNumbersAlone() throws IOException {
        for (String name : new String[] {"=1+1", "+A1", "-A1", "@SUM(A1)", "\tx", "-1.5", "a=b"}) {
            writer.write(name, METHANE, of(Map.of("shift", -2.5)));
        }
        assertEquals("""
                name,kind,formula,atoms,valid,reason,shift
                '=1+1,molecule,CH4,5,true,,-2.5
                '+A1,molecule,CH4,5,true,,-2.5
                '-A1,molecule,CH4,5,true,,-2.5
                '@SUM(A1),molecule,CH4,5,true,,-2.5
                '\tx,molecule,CH4,5,true,,-2.5
                -1.5,molecule,CH4,5,true,,-2.5
                a=b,molecule,CH4,5,true,,-2.5
                """, text());
    }

    @Test
    void leavesUnknownValuesEmptyAndKeepsTheFixedColumns() throws IOException {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("formula", "wrong");
        properties.put("gap", Double.NaN);
        properties.put("note", null);
        writer.write("a", METHANE, of(properties));
        assertEquals("name,kind,formula,atoms,valid,reason,gap,note\na,molecule,CH4,5,true,,,\n", text());
    }

    @Test
    void ofNothingIsTheHeadAlone() throws IOException {
        assertEquals("name,kind,formula,atoms,valid,reason\n", text());
    }
}
