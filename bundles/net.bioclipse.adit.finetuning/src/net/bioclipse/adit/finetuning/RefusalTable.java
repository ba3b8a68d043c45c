package net.bioclipse.adit.finetuning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import net.bioclipse.adit.structure.io.AtomicFile;

/** Writes refused records as a CSV table: file, record, name, reason. */
final class RefusalTable {

    private RefusalTable() {
    }

    static void write(Path target, List<Refusal> refusals) throws IOException {
        StringBuilder text = new StringBuilder("file,record,name,reason\n");
        for (Refusal refusal : refusals) {
            text.append(quoted(refusal.file())).append(',').append(refusal.record()).append(',')
                    .append(quoted(refusal.name())).append(',').append(quoted(refusal.reason())).append('\n');
        }
        try (AtomicFile file = AtomicFile.create(target)) {
            file.stream().write(text.toString().getBytes(StandardCharsets.UTF_8));
            file.commit();
        }
    }

    private static String quoted(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.matches("[\\w./ -]*") ? line : '"' + line.replace("\"", "\"\"") + '"';
    }
}
