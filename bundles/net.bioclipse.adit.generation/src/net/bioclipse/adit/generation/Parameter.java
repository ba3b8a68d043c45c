package net.bioclipse.adit.generation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that a user can ask for, described once for every face: command line, wizard, documentation and run record.
 *
 * @param name        word on the command line and in the run record: "count"
 * @param placeholder what stands for its value in a synopsis: "N"
 * @param standard    text of the value that is taken when nothing is said; empty when that follows from something else
 * @param otherwise   in words what happens then; empty when {@code standard} says it
 * @param allowed     the texts that are right, to follow the words "would be right:"
 * @param help        one line
 * @param reader      text to value; throws {@link IllegalArgumentException} for a text that is not allowed
 * @param <T>         type of its value
 */
public record Parameter<T>(String name, String placeholder, String standard, String otherwise, String allowed,
        String help, Function<String, T> reader) {

    private static final int LONGEST_QUOTE = 60;

    /** One of the constants of an enum, written as a word in lower case; {@code standard} is such a word. */
    public static <E extends Enum<E>> Parameter<E> choice(String name, Class<E> type, String standard, String help) {
        List<String> words = List.of(type.getEnumConstants()).stream().map(Parameter::word).toList();
        return new Parameter<>(name, String.join("|", words), standard, "", String.join(", ", words.subList(0,
                words.size() - 1)) + " or " + words.get(words.size() - 1), help, text -> {
                    if (!words.contains(text)) {
                        throw new IllegalArgumentException(text);
                    }
                    return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
                });
    }

    /** A whole number from {@code minimum} to {@code maximum}. */
    public static <N extends Number> Parameter<N> whole(String name, String standard, String otherwise, long minimum,
            long maximum, String help, Function<String, N> reader) {
        return new Parameter<>(name, "N", standard, otherwise, "a whole number from " + minimum + " to " + maximum, help,
                text -> {
                    N number = reader.apply(text);
                    if (number.longValue() < minimum || number.longValue() > maximum) {
                        throw new IllegalArgumentException(text);
                    }
                    return number;
                });
    }

    /** The word of an enum's constant. */
    public static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The value by these texts: given, the default, or empty when there is none. */
    public Optional<T> in(Map<String, String> texts) {
        String text = texts.getOrDefault(name, standard);
        return text.isEmpty() && !texts.containsKey(name) ? Optional.empty() : Optional.of(parse(text));
    }

    /** @throws IllegalRequestException with name, text and what would be right */
    public T parse(String text) {
        try {
            return reader.apply(text.strip());
        } catch (IllegalRequestException e) {
            throw new IllegalRequestException(said(text) + ": " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new IllegalRequestException(said(text) + "; right would be " + allowed + ".");
        }
    }

    /** The default in words. */
    public String shownDefault() {
        return standard.isEmpty() ? otherwise : standard;
    }

    private String said(String text) {
        return "'" + name + "' is " + quoted(text);
    }

    /** What a user wrote as it can stand in a message: short and without characters that end a line. */
    static String quoted(String text) {
        String quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "'" + quote.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
