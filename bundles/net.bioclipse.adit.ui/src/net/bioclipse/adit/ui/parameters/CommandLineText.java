package net.bioclipse.adit.ui.parameters;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.generation.Parameter;

/** A request as a command line, to be pasted into a shell. */
public final class CommandLineText {

    private CommandLineText() {
    }

    /**
     * Options that have their default are left out; a text of several lines is an option given several times.
     *
     * @param parameters of the command, in their order; one without a placeholder is given by its name alone
     * @param texts      name of a parameter → text
     * @param always     those that are shown with their defaults, too
     */
    public static String of(String command, List<Parameter<?>> parameters, Map<String, String> texts,
            Set<Parameter<?>> always) {
        StringBuilder line = new StringBuilder("./adit ").append(command);
        for (Parameter<?> parameter : parameters) {
            String text = texts.getOrDefault(parameter.name(), parameter.standard());
            if (always.contains(parameter) || !text.equals(parameter.standard())) {
                text.lines().forEach(part -> line.append(option(parameter, part)));
            }
        }
        return line.toString();
    }

    private static String option(Parameter<?> parameter, String text) {
        return " --" + parameter.name() + (parameter.placeholder().isEmpty() ? "" : " " + quoted(text));
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:=,+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
