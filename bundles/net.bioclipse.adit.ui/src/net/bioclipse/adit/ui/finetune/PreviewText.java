package net.bioclipse.adit.ui.finetune;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.stream.Collectors;
import net.bioclipse.adit.finetuning.Refusal;
import net.bioclipse.adit.finetuning.TrainingSet;
import net.bioclipse.adit.finetuning.conventions.TrainingArrays;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.structure.Element;

/**
 * What a preview shows of the data; the structures themselves are let go.
 *
 * @param accepted lines such as "231 molecules: 208 to learn from, 23 to judge by; 9–24 atoms of H, C, N, O"
 * @param refused  "12 of 243 records are refused:", or that none is
 * @param refusals in the order of reading
 */
record PreviewText(List<String> accepted, String refused, List<Refusal> refusals) {

    private static final int MOST_ELEMENTS = 12;

    static PreviewText of(TrainingSet data) {
        List<String> accepted = new ArrayList<>();
        for (StructureKind kind : StructureKind.values()) {
            if (data.has(kind)) {
                accepted.add(kind(data, kind));
            }
        }
        if (accepted.isEmpty()) {
            accepted.add("No structure can be learned from.");
        }
        String read = counted(data.records(), "record") + " in " + counted(data.files(), "file");
        String refused = data.refusals().isEmpty() ? "All of " + read + " are accepted."
                : data.refusals().size() + " of " + read + " not accepted:";
        return new PreviewText(List.copyOf(accepted), refused, List.copyOf(data.refusals()));
    }

    private static String kind(TrainingSet data, StructureKind kind) {
        SortedMap<Integer, Long> sizes = data.atomCounts(kind);
        String atoms = sizes.size() == 1 ? sizes.firstKey().toString() : sizes.firstKey() + "–" + sizes.lastKey();
        return String.format(Locale.ROOT, "%s: %d to learn from, %d to judge by; %s atoms of %s",
                counted(data.of(kind).size(), kind.word()), count(data.training(), kind), count(data.validation(), kind),
                atoms, elements(data.elements(kind)));
    }

    private static String elements(SortedMap<Integer, Long> elements) {
        String shown = elements.keySet().stream().limit(MOST_ELEMENTS).map(z -> Element.of(z).symbol())
                .collect(Collectors.joining(", "));
        return elements.size() > MOST_ELEMENTS ? shown + " and " + (elements.size() - MOST_ELEMENTS) + " more" : shown;
    }

    private static long count(List<TrainingArrays> structures, StructureKind kind) {
        return structures.stream().filter(arrays -> arrays.kind() == kind).count();
    }

    private static String counted(long count, String what) {
        return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
    }
}
