package net.bioclipse.adit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import org.junit.jupiter.api.Test;

class FailureLineTest {

    private static void assertLine(int code, String text, Throwable failure) {
        assertEquals(new FailureLine(text, code), FailureLine.of(failure));
    }

    @Test
    void keepsWhatOurExceptionsSayOnOneLine() {
        assertLine(2, "Asked. Found.", new IllegalRequestException("Asked.\n  Found.\n"));
        assertLine(2, "Asked.", new ModelPackageException("Asked."));
    }

    @Test
    void makesASentenceOfABarePath() {
        assertLine(2, "Cannot use 'a/b': there is no such file or folder.", new NoSuchFileException("a/b"));
        assertLine(2, "Cannot use 'a/b': permission was refused.",
                new UncheckedIOException(new AccessDeniedException("a/b")));
        assertLine(2, "Cannot use 'a/b': No space left on device.", new FileSystemException("a/b", null,
                "No space left on device"));
        assertLine(2, "'a\0' cannot be the name of a file: Nul character not allowed.", new InvalidPathException("a\0",
                "Nul character not allowed"));
    }

    @Test
    void keepsWhatTheSystemSays() {
        assertLine(2, "Input/output error.", new IOException("Input/output error"));
    }

    @Test
    void callsAMistakeOfTheProgramUnexpected() {
        assertLine(1, "Unexpected failure NullPointerException: no reason was given. The option --debug shows where.",
                new NullPointerException());
        assertLine(1, "Unexpected failure StackOverflowError: no reason was given. The option --debug shows where.",
                new StackOverflowError());
    }
}
