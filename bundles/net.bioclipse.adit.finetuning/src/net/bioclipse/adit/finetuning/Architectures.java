package net.bioclipse.adit.finetuning;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.modelpackage.Architecture;

/** Sizes of networks by name. */
final class Architectures {

    private static final Architecture SMALL = new Architecture(128, 4, 6, 4, 192, 8, 6, 1000);
    private static final Architecture LARGE = new Architecture(256, 6, 6, 8, 384, 12, 6, 1000);
    private static final long LONGEST = 1 << 16;

    private Architectures() {
    }

    /**
     * @param name      small, large, or a JSON file with the keys of {@link Architecture}
     * @param directory a relative file begins here
     */
    static Architecture named(String name, Path directory) throws IOException {
        if (name.equals("small") || name.equals("large")) {
            return name.equals("small") ? SMALL : LARGE;
        }
        Path file = directory == null ? Path.of(name) : directory.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
            throw refuse(name, "there is no such file");
        }
        try {
            Architecture architecture = new Gson().fromJson(Files.readString(file), Architecture.class);
            if (architecture == null) {
                throw refuse(name, "the file is empty");
            }
            return architecture;
        } catch (JsonParseException e) {
            throw refuse(name, "the file is no such JSON");
        }
    }

    private static IllegalRequestException refuse(String name, String found) {
        return new IllegalRequestException("'architecture' is '" + name + "', but " + found + "; right would be "
                + FineTuningParameters.ARCHITECTURE.allowed() + ".");
    }
}
