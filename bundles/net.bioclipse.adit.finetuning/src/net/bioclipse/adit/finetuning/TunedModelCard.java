package net.bioclipse.adit.finetuning;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.structure.Element;

/** The model card of a fine-tuned model: counts and settings, no names of files or structures. */
final class TunedModelCard {

    private final StringBuilder text = new StringBuilder();

    private TunedModelCard() {
    }

    static String of(TunedPackage tuned, FineTuningRequest request, Optional<ModelPackage> base, TrainingSet data,
            TrainingOutcome outcome, List<Comparison> comparisons) {
        TunedModelCard card = new TunedModelCard();
        card.line("# " + tuned.id()).line("");
        card.line(base.map(model -> "Fine-tuned from `" + model.id() + "` (SHA-256 of its `model.json`: `" + model.checksum()
                + "`).").orElse("Trained from random weights.")).line("");
        card.data(data);
        card.training(request, outcome);
        card.figures(comparisons, request);
        card.line("## Use").line("Draw with the checks on, as with every model. The structures are suggestions: relax them"
                + " before any energy is computed.");
        if (base.isPresent()) {
            card.line("Licence and attributions of the parent apply, see `LICENSE` and `trainingData` in `model.json`.");
        }
        return card.text.toString();
    }

    private void data(TrainingSet data) {
        line("## Data").line("| | structures | atoms | elements (structures that hold them) |").line("|---|---|---|---|");
        for (StructureKind kind : StructureKind.values()) {
            if (data.has(kind)) {
                SortedMap<Integer, Long> sizes = data.atomCounts(kind);
                line("| " + kind.word() + "s | " + data.of(kind).size() + " | " + sizes.firstKey() + "–" + sizes.lastKey()
                        + " | " + data.elements(kind).entrySet().stream()
                                .map(e -> Element.of(e.getKey()).symbol() + " " + e.getValue())
                                .collect(Collectors.joining(", ")) + " |");
            }
        }
        line("").line("Learned from " + data.training().size() + ", judged by " + data.validation().size() + " others; "
                + data.refusals().size() + " records or files were refused.").line("");
    }

    private void training(FineTuningRequest request, TrainingOutcome outcome) {
        line("## Training").line(String.format(Locale.ROOT,
                "Networks: %s. Learning rate %s, seed %d, %s. %d steps, %.1f passes"
                + " over the data, %.1f minutes%s.", Parameter.word(request.stage()), request.rate(), request.seed(),
                outcome.device(), outcome.steps(), outcome.epochs(), outcome.elapsedSeconds() / 60,
                outcome.clause()));
        outcome.validationLoss().ifPresent(loss -> line(String.format(Locale.ROOT, "Validation loss %.4f.", loss)));
        line("").line("![Losses](losses.svg)").line("");
    }

    private void figures(List<Comparison> comparisons, FineTuningRequest request) {
        line("## Figures");
        if (comparisons.isEmpty()) {
            line("Not measured.").line("");
        }
        for (Comparison comparison : comparisons) {
            line(comparison.after().drawn() + " raw " + comparison.kind().word() + "s, seed " + request.seed()
                    + ", the models' own sizes and sampler; likeness is the overlap of two distributions.").line("");
            line("| | parent | this model | data |").line("|---|---|---|---|");
            comparison.figures().forEach(figure -> line("| " + figure.name() + " | "
                    + figure.before().map(Comparison::percent).orElse("–") + " | " + Comparison.percent(figure.after())
                    + " | " + figure.data().map(Comparison::percent).orElse("–") + " |"));
            line("");
        }
    }

    private TunedModelCard line(String line) {
        text.append(line).append('\n');
        return this;
    }
}
