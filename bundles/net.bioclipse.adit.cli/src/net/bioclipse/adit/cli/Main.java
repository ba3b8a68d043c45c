package net.bioclipse.adit.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.LibtorchTrainer;
import net.bioclipse.adit.finetuning.TrainerLocation;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/**
 * The command line {@code ./adit}. Failures are one line on standard error and an exit code, see {@link FailureLine};
 * {@code --debug} adds the stack trace.
 */
@Command(name = "adit", mixinStandardHelpOptions = true, versionProvider = Versions.class, sortOptions = false,
        description = "Generates molecules and crystals with a latent diffusion model, and checks them.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExit codes:%n",
        footer = {"    0  all is done", "    1  unexpected failure", "    2  the request, a file or a model cannot be used",
            "    3  fewer structures than asked for were accepted",
            "    4  check --fail-on-invalid found invalid structures",
            "  130  stopped by Ctrl-C", "", "Examples:", "  adit generate --kind molecule --count 20 --seed 1 --output"
                + " molecules.sdf", "  adit check molecules.sdf", "  adit models", "",
            "In a source folder, ./adit build and ./adit test build and test the program itself."})
public final class Main implements Runnable {

    private static final String DEBUG = "--debug";

    @Option(names = DEBUG, scope = ScopeType.INHERIT, description = "Print the stack trace of a failure")
    private boolean debug;

    @Spec
    private CommandSpec spec;

    private Main() {
    }

    public static void main(String[] arguments) {
        StandardOutput standard = new StandardOutput();
        PrintStream out = new PrintStream(standard, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int code = run(Surroundings.ofProcess(out, err), new AssembledToolbox(), Interruption::watch, arguments);
        out.flush();
        System.exit(standard.failure().map(failure -> {
            err.println("adit: Cannot write to standard output: " + failure + ".");
            return ExitCode.REFUSED;
        }).orElse(code));
    }

    /** Everything but the process around it. */
    static int run(Surroundings surroundings, Toolbox toolbox, Supplier<BooleanSupplier> watch, String... arguments) {
        // Its class path is looked for when it is needed: whoever generates may have no training bundle.
        FineTuning.Trainer trainer = (request, folder, control) ->
                new LibtorchTrainer(TrainerLocation.classPath()).command(request, folder, control);
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(GenerateCommand.line(surroundings, toolbox, watch))
                .addSubcommand(new CheckCommand(surroundings, toolbox, watch))
                .addSubcommand(new ConvertCommand(surroundings, toolbox, watch))
                .addSubcommand(new RelaxCommand(surroundings, toolbox, watch))
                .addSubcommand(new FinetuneCommand(surroundings, toolbox, trainer, watch).line())
                .addSubcommand(new PretrainCommand(surroundings, toolbox, trainer, watch).line())
                .addSubcommand(new ModelsCommand(surroundings, toolbox));
        line.setOut(new PrintWriter(surroundings.out(), true)).setErr(new PrintWriter(surroundings.err(), true))
                .setUsageHelpAutoWidth(false).setUsageHelpWidth(110)
                .setParameterExceptionHandler((e, all) -> refuse(surroundings.err(), UsageMistake.line(e), e, all))
                .setExecutionExceptionHandler((e, command, result) -> refuse(surroundings.err(), FailureLine.of(e), e,
                        arguments));
        try {
            return line.execute(arguments);
        } catch (Error e) {
            // The library hands on exceptions only, and a used-up memory or a missing class is no reason for a stack trace.
            return refuse(surroundings.err(), FailureLine.of(e), e, arguments);
        }
    }

    private static int refuse(PrintStream err, FailureLine line, Throwable failure, String[] arguments) {
        err.println("adit: " + line.text());
        if (Arrays.asList(arguments).contains(DEBUG)) {
            failure.printStackTrace(err);
        }
        err.flush();
        return line.code();
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
