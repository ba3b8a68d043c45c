package net.bioclipse.adit.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What {@link FinetuneCommand} and {@link PretrainCommand} share: options from the table, the call, the talk. */
abstract class LearningCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--models", paramLabel = "DIR", description = "Folder of the installed models")
    private Path models;

    @Option(names = "--quiet", description = "Print errors only")
    private boolean quiet;

    private final boolean pretraining;
    private final Surroundings surroundings;
    private final Toolbox toolbox;
    private final FineTuning.Trainer trainer;
    private final Supplier<BooleanSupplier> watch;

    LearningCommand(boolean pretraining, Surroundings surroundings, Toolbox toolbox, FineTuning.Trainer trainer,
            Supplier<BooleanSupplier> watch) {
        this.pretraining = pretraining;
        this.surroundings = surroundings;
        this.toolbox = toolbox;
        this.trainer = trainer;
        this.watch = watch;
    }

    /** The command with the options of its table, before those that are annotated. */
    final CommandLine line() {
        CommandLine line = new CommandLine(this);
        List<Parameter<?>> parameters = parameters();
        int order = -1 - parameters.size();
        for (Parameter<?> parameter : parameters) {
            OptionSpec.Builder option = OptionSpec.builder("--" + parameter.name()).order(order++);
            line.getCommandSpec().addOption(FineTuningParameters.isFlag(parameter)
                    ? option.type(boolean.class).arity("0").description(parameter.help()).build()
                    : option.paramLabel(parameter.placeholder())
                            .type(FineTuningParameters.isList(parameter) ? String[].class : String.class)
                            .description(parameter.help() + " (default: " + parameter.shownDefault() + ")").build());
        }
        return line;
    }

    @Override
    public Integer call() throws IOException, ModelPackageException {
        FineTuningRequest request = FineTuningParameters.request(pretraining, given());
        Optional<ModelPackage> base = pretraining ? Optional.empty() : Optional.of(ModelCatalogue.find(request.base(),
                models == null ? surroundings.models() : surroundings.folder().resolve(models)));
        LearningTalk talk = new LearningTalk(surroundings, quiet, watch.get());
        Optional<FineTuningReport> report = FineTuning.run(request, base, surroundings.folder(), new FineTuning.Workbench(
                toolbox.engine(), toolbox.assessor(Set.of()), toolbox.formats(), toolbox::sameness,
                toolbox.symmetry(), trainer), talk);
        return talk.end(report);
    }

    private List<Parameter<?>> parameters() {
        return pretraining ? FineTuningParameters.ofPretraining() : FineTuningParameters.ofFineTuning();
    }

    private Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        for (Parameter<?> parameter : parameters()) {
            Object value = spec.commandLine().getParseResult().matchedOptionValue("--" + parameter.name(), (Object) null);
            if (value != null) {
                given.put(parameter.name(), value instanceof String[] values ? String.join("\n", values) : value.toString());
            }
        }
        return given;
    }
}
