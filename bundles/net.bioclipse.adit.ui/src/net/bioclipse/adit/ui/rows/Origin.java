package net.bioclipse.adit.ui.rows;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which run a structure comes from.
 *
 * @param seed  seed of the run
 * @param index number of the structure in the run, from 0
 */
public record Origin(long seed, long index) {

    private static final Pattern NAME = Pattern.compile("adit-(-?\\d{1,19})-(\\d{1,18})");

    /** The name under which a structure is written to a file. */
    public String name() {
        return "adit-" + seed + "-" + index;
    }

    /** Reads a {@link #name()}; empty when it is another name. */
    public static Optional<Origin> ofName(String name) {
        Matcher matcher = NAME.matcher(name);
        try {
            return matcher.matches()
                    ? Optional.of(new Origin(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
