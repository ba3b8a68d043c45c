package net.bioclipse.adit.training;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import java.util.zip.CheckedInputStream;

/** The folder that a parent prepares and that receives the result. */
record PlanFolder(Path path) {

    Path plan() {
        return path.resolve("plan.json");
    }

    /** Weights to start from; may be absent. */
    Path base() {
        return path.resolve("base.safetensors");
    }

    Path data() {
        return path.resolve("data.safetensors");
    }

    Path checkpoint() {
        return path.resolve("checkpoint");
    }

    Path result() {
        return path.resolve("result");
    }

    /** Tells data and base of one training from those of another one; guards against mix-ups, not against malice. */
    String dataChecksum() throws IOException {
        CRC32C checksum = new CRC32C();
        for (Path file : new Path[] {data(), base()}) {
            if (Files.exists(file)) {
                try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return Long.toHexString(checksum.getValue());
    }
}
