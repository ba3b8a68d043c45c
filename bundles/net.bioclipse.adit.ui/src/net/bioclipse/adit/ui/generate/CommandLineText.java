package net.bioclipse.adit.ui.generate;

import java.util.Map;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.Parameter;

/** The same request as a command line, to be pasted into a shell. */
final class CommandLineText {

    private CommandLineText() {
    }

    /** Options that have their default are left out, but for kind and count, which everybody should see. */
    static String of(Map<String, String> texts) {
        StringBuilder line = new StringBuilder("./adit generate");
        for (Parameter<?> parameter : GenerationParameters.all()) {
            String text = texts.getOrDefault(parameter.name(), parameter.standard());
            boolean always = parameter == GenerationParameters.KIND || parameter == GenerationParameters.COUNT;
            if (always || !text.equals(parameter.standard())) {
                line.append(" --").append(parameter.name()).append(' ').append(quoted(text));
            }
        }
        return line.toString();
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9_./:=,+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
