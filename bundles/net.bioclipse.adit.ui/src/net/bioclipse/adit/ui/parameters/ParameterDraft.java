package net.bioclipse.adit.ui.parameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelPackage;

/** What has been typed into a wizard so far, without any window: texts by name of the parameter, and the models there are. */
public class ParameterDraft {

    private final Map<String, String> texts = new LinkedHashMap<>();
    private List<ModelPackage> models = List.of();

    /** An empty text stands for the default. */
    public final void set(Parameter<?> parameter, String text) {
        if (text.isBlank()) {
            texts.remove(parameter.name());
        } else {
            texts.put(parameter.name(), text.strip());
        }
    }

    /** What was typed, else the default, else an empty text. */
    public final String text(Parameter<?> parameter) {
        return texts.getOrDefault(parameter.name(), parameter.standard());
    }

    public final Map<String, String> texts() {
        return texts;
    }

    public final void setModels(List<ModelPackage> found) {
        models = List.copyOf(found);
    }

    public final List<ModelPackage> models() {
        return models;
    }

    /**
     * The model that a parameter names.
     *
     * @throws IllegalRequestException when no model of that name is installed
     */
    public final ModelPackage model(Parameter<?> parameter) {
        String name = text(parameter);
        return models.stream().filter(model -> model.id().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalRequestException(models.isEmpty()
                        ? "No model is installed; add one on the preference page ADiT > Models."
                        : "Model '" + name + "' is not installed; choose one of the list."));
    }
}
