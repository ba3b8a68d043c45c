package net.bioclipse.adit.generation;

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
        String quote = text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text;
        return "'" + name + "' is '" + quote.replaceAll("\\p{Cntrl}", "?") + "'";
    }
}
