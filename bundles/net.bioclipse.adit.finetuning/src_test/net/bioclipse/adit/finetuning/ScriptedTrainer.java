package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A process that speaks as the training process does and learns nothing: the word after its plan folder says how it goes.
 * {@code done} hands on the parent's weights, {@code both} with new latents, {@code error}, {@code crash}, {@code garbage},
 * {@code slow} waits for the line "stop", {@code unfinished} too but has no model then,
 * {@code orphaned} waits for the end of its input and leaves a checkpoint, {@code broken} leaves weights that are no tensors.
 */
public final class ScriptedTrainer {

    private static final String DONE = "{\"event\":\"done\",\"steps\":7,\"epochs\":3.5,\"elapsedSeconds\":2.0,"
            + "\"trainLoss\":0.5,\"validationLoss\":0.625,\"reason\":\"%s\",\"halfway\":true}";

    private ScriptedTrainer() {
    }

    /** A trainer of that kind, for {@link FineTuning}. */
    static FineTuning.Trainer that(String does) {
        return (request, folder, control) -> Optional.of(command(folder, does));
    }

    static List<String> command(Path folder, String does) {
        List<String> command = new ArrayList<>(TrainerProcess.javaCommand());
        String classes = Path.of(URI.create(ScriptedTrainer.class.getProtectionDomain().getCodeSource().getLocation()
                .toString())).toString();
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", classes,
                ScriptedTrainer.class.getName(), folder.toString(), does));
        return command;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        System.out.println("{\"event\":\"start\",\"device\":\"CPU\"}");
        progress(1, "null");
        switch (arguments[1]) {
            case "error" -> fail("the loss is NaN at step 3", 1);
            case "crash" -> {
                Files.createDirectories(folder.resolve("checkpoint"));
                System.err.println("Killed by a cosmic ray");
                System.exit(9);
            }
            case "garbage" -> System.out.println("warning: {]\n{\"event\":7\n{\"no\":1}\n" + "x".repeat(100_000));
            case "unfinished" -> {
                heed();
                Files.createDirectories(folder.resolve("checkpoint"));
                System.out.println("{\"event\":\"unfinished\",\"stage\":\"autoencoder\"}");
                System.exit(0);
            }
            case "orphaned" -> {
                heed();
                Files.createDirectories(folder.resolve("checkpoint"));
                System.exit(0);
            }
            case "slow" -> heed();
            default -> progress(2, "0.75");
        }
        result(folder, arguments[1]);
        System.out.println(String.format(java.util.Locale.ROOT, DONE, arguments[1].equals("slow") ? "stopped" : "epochs"));
    }

    private static void heed() throws IOException {
        for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
            System.err.println("heard " + (char) c);
        }
    }

    private static void progress(int step, String validation) {
        System.out.println("{\"event\":\"progress\",\"stage\":\"denoiser\",\"step\":" + step
                + ",\"epoch\":0.5,\"trainLoss\":1.5,"
                + "\"validationLoss\":" + validation + ",\"learningRate\":1e-4,\"elapsedSeconds\":1.0,\"secondsLeft\":9.0}");
    }

    private static void fail(String message, int code) {
        System.out.println("{\"event\":\"error\",\"message\":\"" + message + "\"}");
        System.exit(code);
    }

    private static void result(Path folder, String does) throws IOException {
        Path result = Files.createDirectories(folder.resolve("result"));
        if (does.equals("broken")) {
            Files.writeString(result.resolve("weights.safetensors"), "no tensors");
        } else {
            Files.copy(folder.resolve("base.safetensors"), result.resolve("weights.safetensors"));
        }
        if (does.equals("both")) {
            Files.writeString(result.resolve("latent.json"),
                    "{\"mean\":[1,2,3,4,5,6,7,8],\"scale\":[2,2,2,2,2,2,2,2]}");
        }
        Files.writeString(result.resolve("losses.csv"), "stage,step,elapsedSeconds,trainLoss,validationLoss\n"
                + "denoiser,1,1.0,1.5,\ndenoiser,2,2.0,0.5,0.75\n");
    }
}
