package net.bioclipse.adit.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.bioclipse.adit.finetuning.FineTuning;
import picocli.CommandLine.Command;

/** {@code ./adit pretrain --data structures --output mine --minutes 600}: trains a model from random weights. */
@Command(name = "pretrain", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Trains a model from nothing; it takes many structures and hours.",
        footer = {"", "Files and Ctrl-C are as with 'adit finetune'.", "",
            "Example: adit pretrain --data structures --output my-model --architecture small --minutes 600"})
final class PretrainCommand extends LearningCommand {

    PretrainCommand(Surroundings surroundings, Toolbox toolbox, FineTuning.Trainer trainer,
            Supplier<BooleanSupplier> watch) {
        super(true, surroundings, toolbox, trainer, watch);
    }
}
