package net.bioclipse.adit.forcefield;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;

/** Molecules with bonds, charges and the MMFF94 energy that RDKit gives them; see {@code molecules.txt}. */
record Fixture(String smiles, Molecule molecule, List<Bond> bonds, int[] charges, double energy) {

    static List<Fixture> all() {
        List<Fixture> all = new ArrayList<>();
        List<String[]> lines;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Fixture.class.getResourceAsStream("molecules.txt"), StandardCharsets.UTF_8))) {
            lines = reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split(" ")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < lines.size();) {
            String[] head = lines.get(i++);
            List<String[]> atoms = new ArrayList<>();
            List<Bond> bonds = new ArrayList<>();
            for (; i < lines.size() && !lines.get(i)[0].equals("molecule"); i++) {
                String[] cells = lines.get(i);
                if (cells[0].equals("atom")) {
                    atoms.add(cells);
                } else {
                    bonds.add(new Bond(Integer.parseInt(cells[1]), Integer.parseInt(cells[2]), Integer.parseInt(cells[3])));
                }
            }
            Molecule molecule = new Molecule(atoms.stream().mapToInt(a -> Integer.parseInt(a[1])).toArray(),
                    atoms.stream().flatMap(a -> List.of(a).subList(2, 5).stream()).mapToDouble(Double::parseDouble).toArray());
            all.add(new Fixture(head[1], molecule, bonds, atoms.stream().mapToInt(a -> Integer.parseInt(a[5])).toArray(),
                    Double.parseDouble(head[2])));
        }
        return all;
    }

    static Fixture of(String smiles) {
        return all().stream().filter(fixture -> fixture.smiles.equals(smiles)).findFirst().orElseThrow();
    }

    Mmff94 field() throws UntypedMoleculeException {
        return Mmff94.of(molecule, bonds, charges);
    }

    Assessment perceived() {
        return new Assessment(List.of(), bonds, charges, Map.of(), Optional.empty());
    }
}
