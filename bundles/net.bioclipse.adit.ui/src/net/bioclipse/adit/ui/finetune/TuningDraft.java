package net.bioclipse.adit.ui.finetune;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.parameters.ParameterDraft;

/** What is asked of a fine-tuning so far, without any window, and what is wrong with it. */
final class TuningDraft extends ParameterDraft {

    /** Files and folders of structures. */
    List<Path> data() {
        return text(FineTuningParameters.DATA).lines().map(Path::of).toList();
    }

    void setData(List<Path> paths) {
        set(FineTuningParameters.DATA, String.join("\n", paths.stream().map(Path::toString).distinct().toList()));
    }

    /** @throws IllegalRequestException when no model of that name is installed */
    ModelPackage base() {
        return model(FineTuningParameters.BASE);
    }

    /** Whether an interrupted training lies where the new model shall be. */
    boolean interrupted() {
        try {
            Path output = Path.of(text(FineTuningParameters.OUTPUT)).toAbsolutePath();
            return output.getParent() != null && FineTuning.interrupted(asked(), output.getParent());
        } catch (InvalidPathException | IllegalRequestException e) {
            return false;
        }
    }

    /** @throws IllegalRequestException with a sentence when there is nothing to learn from */
    void checkData() {
        if (data().isEmpty()) {
            throw new IllegalRequestException("Add the files or folders whose structures shall be learned.");
        }
        data().stream().filter(path -> !Files.exists(path)).findFirst().ifPresent(path -> {
            throw new IllegalRequestException("There is no file or folder '" + path + "' any more; remove it here.");
        });
    }

    /**
     * The request that these texts make.
     *
     * @throws IllegalRequestException with a sentence for the user when it cannot be met
     */
    FineTuningRequest request() {
        base();
        FineTuningRequest request = asked();
        Path output;
        try {
            output = Path.of(request.output()).toAbsolutePath();
        } catch (InvalidPathException e) {
            throw new IllegalRequestException("'" + request.output() + "' cannot be the name of a folder: " + e.getReason()
                    + ".");
        }
        if (output.getParent() == null || !Files.isDirectory(output.getParent())) {
            throw new IllegalRequestException("There is no folder '" + output.getParent() + "' for the new model; create it"
                    + " first or name another.");
        }
        if (Files.exists(output)) {
            throw new IllegalRequestException("'" + output + "' exists already; give the new model another name.");
        }
        if (models().stream().anyMatch(model -> model.id().equals(output.getFileName().toString()))) {
            throw new IllegalRequestException("A model '" + output.getFileName() + "' is in the list already; give the new"
                    + " model another name.");
        }
        return request;
    }

    /** A request with the same data and rules of acceptance, whatever else is typed. */
    FineTuningRequest preview() {
        Map<String, String> some = new LinkedHashMap<>(Map.of(FineTuningParameters.OUTPUT.name(), "preview"));
        for (Parameter<?> parameter : List.of(FineTuningParameters.DATA, FineTuningParameters.BASE,
                FineTuningParameters.KIND, FineTuningParameters.ACCEPT_INVALID)) {
            if (texts().containsKey(parameter.name())) {
                some.put(parameter.name(), texts().get(parameter.name()));
            }
        }
        return FineTuningParameters.request(false, some);
    }

    /** What the texts ask for, whether or not it can be done here. */
    FineTuningRequest asked() {
        return FineTuningParameters.request(false, texts());
    }
}
