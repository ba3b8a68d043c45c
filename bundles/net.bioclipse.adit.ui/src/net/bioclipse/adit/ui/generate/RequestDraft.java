package net.bioclipse.adit.ui.generate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.runs.RunParts;

/** What has been typed so far, without any window: texts by name of the parameter, and what is wrong with them. */
final class RequestDraft {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final RunParts parts;
    private List<ModelPackage> models = List.of();

    RequestDraft(RunParts parts) {
        this.parts = parts;
    }

    /** An empty text stands for the default. */
    void set(Parameter<?> parameter, String text) {
        if (text.isBlank()) {
            texts.remove(parameter.name());
        } else {
            texts.put(parameter.name(), text.strip());
        }
    }

    /** What was typed, else the default, else an empty text. */
    String text(Parameter<?> parameter) {
        return texts.getOrDefault(parameter.name(), parameter.standard());
    }

    Map<String, String> texts() {
        return texts;
    }

    void setModels(List<ModelPackage> found) {
        models = List.copyOf(found);
    }

    List<ModelPackage> models() {
        return models;
    }

    StructureKind kind() {
        return GenerationParameters.KIND.parse(text(GenerationParameters.KIND));
    }

    /** @throws IllegalRequestException when no model of that name is installed */
    ModelPackage model() {
        String name = text(GenerationParameters.MODEL);
        return models.stream().filter(model -> model.id().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalRequestException(models.isEmpty()
                        ? "No model is installed; add one on the preference page ADiT > Models."
                        : "Model '" + name + "' is not installed; choose one of the list."));
    }

    /**
     * The run that these texts ask for.
     *
     * @throws IllegalRequestException with a sentence for the user when they cannot be met
     */
    GenerationRun run() {
        return GenerationRun.prepare(texts, output(), model(), parts);
    }

    private Path output() {
        String text = text(GenerationParameters.OUTPUT);
        if (text.isEmpty()) {
            throw new IllegalRequestException("Name the file that shall hold the structures.");
        }
        Path output;
        try {
            output = Path.of(text).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IllegalRequestException("'" + text + "' cannot be the name of a file: " + e.getReason() + ".");
        }
        if (!Files.isDirectory(output.getParent())) {
            throw new IllegalRequestException("There is no folder '" + output.getParent()
                    + "'; create it first or name another.");
        }
        return output;
    }
}
