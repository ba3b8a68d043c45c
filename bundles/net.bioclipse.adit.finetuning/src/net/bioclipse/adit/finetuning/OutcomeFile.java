package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.Properties;

/** Keeps how training ended, in case that making the package fails and is tried again. */
final class OutcomeFile {

    private OutcomeFile() {
    }

    static void write(Path file, TrainingOutcome outcome) throws IOException {
        Properties values = new Properties();
        values.setProperty("steps", Long.toString(outcome.steps()));
        values.setProperty("epochs", Double.toString(outcome.epochs()));
        values.setProperty("elapsedSeconds", Double.toString(outcome.elapsedSeconds()));
        values.setProperty("device", outcome.device());
        outcome.trainLoss().ifPresent(loss -> values.setProperty("trainLoss", Double.toString(loss)));
        outcome.validationLoss().ifPresent(loss -> values.setProperty("validationLoss", Double.toString(loss)));
        values.setProperty("ending", outcome.ending().name());
        values.setProperty("halfway", Boolean.toString(outcome.halfway()));
        try (OutputStream out = Files.newOutputStream(file)) {
            values.store(out, null);
        }
    }

    static TrainingOutcome read(Path file) throws IOException {
        Properties values = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            values.load(in);
            return new TrainingOutcome(Long.parseLong(values.getProperty("steps")), number(values, "epochs").orElseThrow(),
                    number(values, "elapsedSeconds").orElseThrow(), values.getProperty("device"),
                    number(values, "trainLoss"), number(values, "validationLoss"),
                    TrainingOutcome.Ending.valueOf(values.getProperty("ending")),
                    Boolean.parseBoolean(values.getProperty("halfway")));
        } catch (RuntimeException e) {
            throw new TrainingException("'" + file + "' is damaged; delete its folder and train again.");
        }
    }

    private static OptionalDouble number(Properties values, String key) {
        String text = values.getProperty(key);
        return text == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }
}
