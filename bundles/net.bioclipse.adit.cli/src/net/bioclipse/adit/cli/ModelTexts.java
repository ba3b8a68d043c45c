package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.Parameters;
import net.bioclipse.adit.structure.Element;

/** Model packages as text for people. */
final class ModelTexts {

    private ModelTexts() {
    }

    /** One line a package under a head, columns aligned; a damaged one with what is wrong. */
    static List<String> table(List<ModelCatalogue.Entry> entries) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("model", "draws", "parameters", "size", "checksum", "licence", "description"));
        for (ModelCatalogue.Entry entry : entries) {
            if (entry.modelPackage().isPresent()) {
                ModelPackage model = entry.modelPackage().get();
                rows.add(List.of(entry.name(), String.join(", ", model.kinds().keySet()), count(parameters(model)),
                        size(bytes(model.directory())), GenerationTalk.abbreviated(model.checksum()), model.licence(),
                        model.description()));
            } else {
                rows.add(List.of(entry.name(), "damaged: " + entry.problem().orElse("")));
            }
        }
        int[] widths = new int[rows.get(0).size()];
        rows.stream().filter(row -> row.size() == widths.length)
                .forEach(row -> Arrays.setAll(widths, i -> Math.max(widths[i], row.get(i).length())));
        rows.forEach(row -> widths[0] = Math.max(widths[0], row.get(0).length()));
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell).append(i == row.size() - 1 ? "" : " ".repeat(widths[i] - cell.length() + 2));
        }
        return line.toString();
    }

    static List<String> card(ModelPackage model) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(model.id() + ": " + model.description());
        model.kinds().forEach((kind, known) -> lines.add("draws        " + kind + "s of " + known.atomCounts().firstKey()
                + " to " + known.atomCounts().lastKey() + " atoms of "
                + known.elements().stream().map(z -> Element.of(z).symbol()).collect(Collectors.joining(" "))));
        Architecture a = model.architecture();
        lines.add("networks     autoencoder width " + a.autoencoderWidth() + ", layers " + a.encoderLayers() + " + "
                + a.decoderLayers() + ", heads " + a.autoencoderHeads() + "; denoiser width " + a.denoiserWidth()
                + ", layers " + a.denoiserLayers() + ", heads " + a.denoiserHeads() + "; " + count(parameters(model))
                + " parameters");
        lines.add(String.format(Locale.ROOT, "sampler      %s, %d steps, guidance %s, churn %s, noise scale %s",
                model.sampler().name(), model.sampler().steps(), model.sampler().guidance(), model.sampler().churn(),
                model.sampler().noiseScale()));
        model.trainingData().forEach(data -> lines.add("trained on   " + data.name() + " (" + data.licence() + "). "
                + data.attribution()));
        metrics("", model.metrics(), lines);
        lines.add("licence      " + model.licence());
        lines.add("checksum     " + model.checksum());
        lines.add("folder       " + model.directory() + " (" + size(bytes(model.directory()))
                + "), see MODEL_CARD.md there");
        return lines;
    }

    private static void metrics(String prefix, Map<?, ?> metrics, List<String> lines) {
        metrics.forEach((name, value) -> {
            if (value instanceof Map<?, ?> inner) {
                metrics(prefix + name + ", ", inner, lines);
            } else {
                lines.add("measured     " + prefix + name + ": " + value);
            }
        });
    }

    private static long parameters(ModelPackage model) {
        return Parameters.of(model.architecture()).values().stream()
                .mapToLong(shape -> shape.stream().reduce(1L, (a, b) -> a * b)).sum();
    }

    private static long bytes(Path directory) throws IOException {
        long bytes = 0;
        for (String file : ModelPackage.FILES) {
            bytes += Files.size(directory.resolve(file));
        }
        return bytes;
    }

    static String count(long number) {
        return number < 1_000_000 ? Long.toString(number) : String.format(Locale.ROOT, "%.1f M", number / 1e6);
    }

    static String size(long bytes) {
        return bytes < 1_000_000 ? String.format(Locale.ROOT, "%.0f kB", Math.ceil(bytes / 1e3))
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
