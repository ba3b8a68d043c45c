package net.bioclipse.adit.ui.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.finetuning.DataPreparation;
import net.bioclipse.adit.finetuning.Refusal;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.StructureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewTextTest {

    private static final String WATER = "3\nwater\nO 0 0.398 0\nH -0.763 -0.199 0\nH 0.764 -0.198 0\n";
    private static final String FLUORIDE = "2\nfluoride\nH 0 0 0\nF 0.92 0 0\n";
    private static final String POISON = "2\npoison\nH NaN 0 0\nF 0.92 0 0\n";
    private static final RunControl UNWATCHED = new RunControl() {

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(long done, long total, String what) {
            // nobody looks
        }
    };

    @TempDir
    private Path folder;

    private PreviewText preview(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("data.xyz"), text);
        return PreviewText.of(DataPreparation.read(List.of(file), Workshop.formats(), Workshop.assessor(Set.of()),
                Workshop.symmetry(), new DataPreparation.Rules(Map.of(StructureKind.MOLECULE, 9), false), UNWATCHED)
                .orElseThrow());
    }

    @Test
    void countsWhatIsAcceptedWithSizesAndElements() throws IOException {
        PreviewText preview = preview(WATER + FLUORIDE);
        assertEquals(1, preview.accepted().size());
        assertTrue(preview.accepted().get(0).startsWith("2 molecules: "), preview.accepted().get(0));
        assertTrue(preview.accepted().get(0).endsWith("; 2–3 atoms of H, O, F"), preview.accepted().get(0));
        assertEquals("All of 2 records in 1 file are accepted.", preview.refused());
    }

    @Test
    void namesTheRecordThatIsPoisonedAndWhy() throws IOException {
        PreviewText preview = preview(WATER + POISON + FLUORIDE);
        assertEquals("1 of 3 records in 1 file not accepted:", preview.refused());
        Refusal refusal = preview.refusals().get(0);
        assertEquals(2, refusal.record());
        assertTrue(refusal.reason().contains("NaN"), refusal.reason());
        assertFalse(preview.accepted().get(0).startsWith("3"));
    }
}
