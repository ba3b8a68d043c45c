package net.bioclipse.adit.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.bioclipse.adit.structure.Aspect;

/** A table (RFC 4180) with the same columns for molecules and crystals; the summary goes to the other stream. */
final class CsvCheckReport implements CheckReport {

    static final List<String> COLUMNS = List.of("index", "file", "name", "kind", "formula", "valid", "reason", "message",
            "smiles", "inchikey", "density", "minimum_distance");

    /** Further columns of what was asked for; a structure has the cells of its kind. */
    private static final Map<Aspect, List<String>> OF_ASPECTS = new EnumMap<>(Map.of(
            Aspect.PLAUSIBILITY, List.of("plausible", "implausible_check", "implausible_message"),
            Aspect.STRAIN, List.of("strain", "strain_not_measured"),
            Aspect.PROPERTIES, List.of("heavy_atoms", "logp", "tpsa", "h_bond_donors", "h_bond_acceptors", "rotatable_bonds",
                    "rings", "aromatic_rings", "fraction_sp3", "lipinski_violations", "scaffold"),
            Aspect.SYMMETRY, List.of("space_group", "space_group_number")));
    private static final List<String> OF_SELECTION = List.of("novel", "selected", "not_selected_because");
    private static final List<String> OF_RELAXATION = List.of("relaxation", "relaxation_message", "relaxed_by",
            "energy_before_kcal_per_mol", "energy_after_kcal_per_mol", "energy_gained_kcal_per_mol", "rmsd", "kept_its_bonds",
            "valid_when_relaxed", "plausible_when_relaxed");

    private final PrintStream out;
    private final TextCheckReport summary;
    private final List<String> columns = new ArrayList<>(COLUMNS);

    /**
     * @param aspects   what is looked at beside validity
     * @param selecting whether the user gave patterns or known structures
     * @param relaxing  whether molecules are relaxed
     */
    CsvCheckReport(PrintStream out, PrintStream err, Set<Aspect> aspects, boolean selecting, boolean relaxing) {
        OF_ASPECTS.forEach((aspect, more) -> columns.addAll(aspects.contains(aspect) ? more : List.of()));
        columns.addAll(selecting ? OF_SELECTION : List.of());
        columns.addAll(relaxing ? OF_RELAXATION : List.of());
        this.out = out;
        this.summary = new TextCheckReport(err);
    }

    @Override
    public void begin() {
        row(columns);
    }

    @Override
    public void add(CheckedStructure checked) {
        Map<String, Object> fields = checked.fields();
        row(columns.stream().map(column -> fields.get(column) == null ? "" : fields.get(column).toString()).toList());
    }

    @Override
    public void end(CheckTally tally, List<String> problems) {
        summary.end(tally, problems);
    }

    private void row(List<String> cells) {
        out.print(cells.stream().map(CsvCheckReport::quoted).collect(Collectors.joining(",")) + "\n");
    }

    private static String quoted(String cell) {
        return cell.matches("[^\",\\r\\n]*") ? cell : "\"" + cell.replace("\"", "\"\"") + "\"";
    }
}
