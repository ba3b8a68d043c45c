package net.bioclipse.adit.cli;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.bioclipse.adit.finetuning.FineTuning;
import picocli.CommandLine.Command;

/** {@code ./adit finetune --data structures --output mine}: makes a model that draws more of what is in a folder. */
@Command(name = "finetune", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        abbreviateSynopsis = true,
        description = "Fine-tunes a model on structures of your own; nothing leaves this machine.",
        footer = {"", "The new model appears in DIR at the end, with its card; DIR.refused.csv lists the records that were"
                + " not learned from. Until then DIR.training holds the work. Ctrl-C finishes early and keeps what is"
                + " learned; after a power cut --resume goes on. The first time, libtorch is fetched from Maven Central"
                + " (about 110 MB).", "",
            "Example: adit finetune --data my-structures --output my-model && adit generate --model my-model"})
final class FinetuneCommand extends LearningCommand {

    FinetuneCommand(Surroundings surroundings, Toolbox toolbox, FineTuning.Trainer trainer,
            Supplier<BooleanSupplier> watch) {
        super(false, surroundings, toolbox, trainer, watch);
    }
}
