package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code ./adit models} lists model packages, {@code ./adit models show adit-qm9-mp20} tells all about one. */
@Command(name = "models", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Lists model packages, shows one, or makes one of trained weights.",
        footer = {"", "Example: adit models show adit-qm9-mp20"})
final class ModelsCommand implements Callable<Integer> {

    @Option(names = "--models", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Folder of the installed models")
    private Path models;

    private final Surroundings surroundings;
    private final Toolbox toolbox;

    ModelsCommand(Surroundings surroundings, Toolbox toolbox) {
        this.surroundings = surroundings;
        this.toolbox = toolbox;
    }

    @Override
    public Integer call() throws ModelPackageException, IOException {
        return list();
    }

    @Command(name = "list", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Lists the installed models after checking every one; exit code 2 when one is"
            + " damaged.")
    int list() throws ModelPackageException, IOException {
        List<ModelCatalogue.Entry> entries = ModelCatalogue.list(folder());
        if (entries.isEmpty()) {
            throw new ModelPackageException("No models are in " + folder() + "; right would be a folder with model packages"
                    + " in it, see --models.");
        }
        print(ModelTexts.table(entries));
        return entries.stream().allMatch(entry -> entry.modelPackage().isPresent()) ? ExitCode.DONE : ExitCode.REFUSED;
    }

    @Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Shows what a model is, what it was trained on and how good it is.")
    int show(@Parameters(paramLabel = "MODEL", description = "Name of an installed model or folder of a package")
            String model) throws ModelPackageException, IOException {
        print(ModelTexts.card(ModelCatalogue.find(model, folder())));
        return ExitCode.DONE;
    }

    @Command(name = "assemble", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Makes a model package: graphs and checksums for what training leaves behind.")
    int assemble(
            @Parameters(paramLabel = "DRAFT", description = "Folder with draft.json, weights.safetensors, MODEL_CARD.md and"
                    + " LICENSE") Path draft,
            @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder to make; new or empty")
            Path output) throws ModelPackageException, IOException {
        ModelPackage made = toolbox.assemble(surroundings.folder().resolve(draft), surroundings.folder().resolve(output));
        print(List.of("written: " + output, made.id() + ", checksum " + made.checksum()));
        return ExitCode.DONE;
    }

    @Command(name = "index", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Indexes training data, so that a model package can tell new structures from those.",
        footer = {"", "Put what comes out beside draft.json before 'models assemble'.", "",
            "Example: adit models index train.extxyz draft/known-crystals.adit-crystals"})
    int index(
            @Parameters(paramLabel = "TRAINING", description = "File of structures or folder of such files; for molecules also a"
                    + " list of InChIKeys") Path training,
            @Parameters(paramLabel = "INDEX", description = "File to write: known-molecules.adit-keys or"
                    + " known-crystals.adit-crystals") Path index) throws IOException {
        Path written = surroundings.folder().resolve(index);
        try {
            toolbox.index(surroundings.folder().resolve(training), written);
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(e.getMessage());
        }
        print(List.of("written: " + index + ", " + Files.size(written) + " bytes"));
        return ExitCode.DONE;
    }

    private Path folder() {
        return models == null ? surroundings.models() : surroundings.folder().resolve(models);
    }

    private void print(List<String> lines) {
        PrintStream out = surroundings.out();
        lines.forEach(line -> out.print(line + "\n"));
        out.flush();
    }
}
