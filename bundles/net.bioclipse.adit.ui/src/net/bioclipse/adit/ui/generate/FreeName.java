package net.bioclipse.adit.ui.generate;

import java.nio.file.Files;
import java.nio.file.Path;

/** Names that are not taken. */
final class FreeName {

    private FreeName() {
    }

    /** "molecules.sdf", else "molecules-2.sdf", "molecules-3.sdf" and so on. */
    static Path in(Path folder, String name) {
        int dot = name.lastIndexOf('.');
        Path free = folder.resolve(name);
        for (int n = 2; Files.exists(free); n++) {
            free = folder.resolve(name.substring(0, dot) + "-" + n + name.substring(dot));
        }
        return free;
    }
}
