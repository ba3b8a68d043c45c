package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ModelPackageExceptionTest {

    @Test
    void saysWhatWasAskedFoundRightAndWhereOnOneLine() {
        assertEquals("Reading: it is blue; red would be right (a).",
                ModelPackageException.of("Reading", "it is blue", "red would be right", Path.of("a")).getMessage());
    }

    @Test
    void quotesNeitherControlCharactersNorWholeNovels() {
        assertEquals("'a?b?'", ModelPackageException.quote("a\nb\u001b"));
        assertEquals("'" + "x".repeat(80) + "…'", ModelPackageException.quote("x".repeat(1_000_000)));
    }
}
