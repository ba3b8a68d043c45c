package net.bioclipse.adit.arrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The table {@code releng/arrows.txt}: what each room may import. */
final class Arrows {

    static final String PREFIX = "net.bioclipse.adit.";

    /** Exported packages of the JDK's standard modules; {@code sun.misc} and the like are not among them. */
    private static final Set<String> JDK = ModuleLayer.boot().modules().stream()
            .filter(module -> module.getName().startsWith("java."))
            .flatMap(module -> module.getDescriptor().exports().stream()).filter(exports -> !exports.isQualified())
            .map(exports -> exports.source()).collect(Collectors.toUnmodifiableSet());

    private final Map<String, List<String>> table = new LinkedHashMap<>();

    private Arrows() {
    }

    static Arrows read(Path file) throws IOException {
        Arrows arrows = new Arrows();
        for (String line : Files.readAllLines(file)) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 0) {
                throw new IOException(file + ": expected 'room: names', found '" + line + "'");
            }
            String allowed = line.substring(colon + 1).strip();
            List<String> names = allowed.isEmpty() ? List.of() : List.of(allowed.split("\\s+"));
            if (arrows.table.put(line.substring(0, colon).strip(), names) != null) {
                throw new IOException(file + ": this room has two lines: " + line);
            }
        }
        return arrows;
    }

    Set<String> rooms() {
        return table.keySet();
    }

    List<String> allowed(String room) {
        return table.get(room);
    }

    /** The room that owns a package or bundle name; the longest match, since rooms may be nested by name. */
    Optional<String> roomOf(String name) {
        return rooms().stream().filter(room -> isAtOrBelow(name, PREFIX + room))
                .max((a, b) -> Integer.compare(a.length(), b.length()));
    }

    /** Whether a room may use a package or a bundle. */
    boolean allows(String room, String name) {
        if (JDK.contains(name)) {
            return true;
        }
        if (name.startsWith(PREFIX)) {
            Optional<String> owner = roomOf(name);
            boolean own = owner.isPresent() && owner.get().equals(room);
            return own || owner.isPresent() && allowed(room).contains(owner.get()) && !name.contains(".internal");
        }
        return allowed(room).stream().anyMatch(prefix -> isAtOrBelow(name, prefix));
    }

    private static boolean isAtOrBelow(String name, String prefix) {
        return name.equals(prefix) || name.startsWith(prefix + ".");
    }
}
