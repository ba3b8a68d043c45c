package net.bioclipse.adit.ui.generate;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.runs.RunParts;
import net.bioclipse.adit.ui.parameters.ParameterDraft;

/** What is asked of a generation so far, without any window, and what is wrong with it. */
final class RequestDraft extends ParameterDraft {

    private final RunParts parts;

    RequestDraft(RunParts parts) {
        this.parts = parts;
    }

    StructureKind kind() {
        return GenerationParameters.KIND.parse(text(GenerationParameters.KIND));
    }

    /** @throws IllegalRequestException when no model of that name is installed */
    ModelPackage model() {
        return model(GenerationParameters.MODEL);
    }

    /**
     * The run that these texts ask for.
     *
     * @throws IllegalRequestException with a sentence for the user when they cannot be met
     */
    GenerationRun run() {
        return GenerationRun.prepare(texts(), output(), model(), parts);
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
