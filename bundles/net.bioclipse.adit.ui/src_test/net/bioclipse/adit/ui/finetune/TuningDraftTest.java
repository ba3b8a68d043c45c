package net.bioclipse.adit.ui.finetune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.generation.IllegalRequestException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class TuningDraftTest {

    @TempDir
    private Path folder;

    private final TuningDraft draft = new TuningDraft();

    private static String refused(Executable executable) {
        return assertThrows(IllegalRequestException.class, executable).getMessage();
    }

    @Test
    void asksForDataUntilThereIsSomeAndNamesAFileThatWentAway() throws IOException {
        assertTrue(refused(draft::checkData).startsWith("Add the files"));
        Path file = Files.writeString(folder.resolve("a.xyz"), "");
        draft.setData(List.of(file, file));
        draft.checkData();
        assertEquals(List.of(file), draft.data());
        Files.delete(file);
        assertTrue(refused(draft::checkData).contains("'" + file + "'"));
    }

    @Test
    void saysThatNoModelIsInstalled() {
        assertTrue(refused(draft::request).startsWith("No model is installed"));
    }

    @Test
    void previewsTheSameDataWhateverElseIsWrong() {
        draft.setData(List.of(folder.resolve("a.sdf"), folder));
        draft.set(FineTuningParameters.MINUTES, "soon");
        draft.set(FineTuningParameters.KIND, "crystal");
        draft.set(FineTuningParameters.ACCEPT_INVALID, "true");
        assertTrue(refused(draft::asked).contains("'minutes'") || refused(draft::asked).contains("'output'"));
        FineTuningRequest request = draft.preview();
        assertEquals(List.of(folder.resolve("a.sdf").toString(), folder.toString()), request.data());
        assertEquals(FineTuningRequest.Kinds.CRYSTAL, request.kind());
        assertTrue(request.acceptInvalid());
    }

    @Test
    void passesInsteadOfMinutesMakeARequestWithoutATime() {
        draft.setData(List.of(folder));
        draft.set(FineTuningParameters.OUTPUT, folder.resolve("new").toString());
        draft.set(FineTuningParameters.EPOCHS, "3");
        assertEquals(3.0, draft.asked().epochs().orElseThrow());
        assertTrue(draft.asked().minutes().isEmpty());
    }
}
