package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/**
 * What a user is told about a failure: one line and an exit code. Our own exceptions say it themselves; those of the JDK
 * often carry a bare path, which is put into a sentence here.
 *
 * @param text one line without the program's name
 * @param code what the process ends with
 */
record FailureLine(String text, int code) {

    static FailureLine of(Throwable failure) {
        FailureLine line = sentence(failure);
        return new FailureLine(line.text.replaceAll("\\s*\\R\\s*", " ").strip(), line.code);
    }

    private static FailureLine sentence(Throwable failure) {
        if (failure instanceof UncheckedIOException e) {
            return sentence(e.getCause());
        }
        if (failure instanceof IllegalRequestException || failure instanceof ModelPackageException
                || failure instanceof InferenceException) {
            return new FailureLine(message(failure), ExitCode.REFUSED);
        }
        if (failure instanceof IOException e) {
            return new FailureLine(ofInputOutput(e), ExitCode.REFUSED);
        }
        if (failure instanceof InvalidPathException e) {
            return new FailureLine("'" + e.getInput() + "' cannot be the name of a file: " + e.getReason() + ".",
                    ExitCode.REFUSED);
        }
        if (failure instanceof OutOfMemoryError || failure.getCause() instanceof OutOfMemoryError) {
            return new FailureLine("The " + Runtime.getRuntime().maxMemory() / (1 << 20) + " MiB of memory for Java are used"
                    + " up; a smaller --batch or ADIT_JAVA_OPTIONS=-Xmx8g would help.", ExitCode.UNEXPECTED);
        }
        return new FailureLine("Unexpected failure " + failure.getClass().getSimpleName() + ": " + message(failure)
                + " The option --debug shows where.", ExitCode.UNEXPECTED);
    }

    private static String ofInputOutput(IOException failure) {
        if (failure instanceof FileSystemException e && e.getFile() != null) {
            return "Cannot use '" + e.getFile() + "': " + reason(e) + ".";
        }
        return message(failure);
    }

    private static String reason(FileSystemException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file or folder";
        }
        if (e instanceof AccessDeniedException) {
            return "permission was refused";
        }
        if (e instanceof NotDirectoryException) {
            return "it is not a folder";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "it exists already";
        }
        return e.getReason() == null ? "the system refuses it" : e.getReason();
    }

    private static String message(Throwable failure) {
        String message = failure.getMessage();
        if (message == null || message.isBlank()) {
            return "no reason was given.";
        }
        return message.strip().endsWith(".") ? message : message + ".";
    }
}
