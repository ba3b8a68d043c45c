package net.bioclipse.adit.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** A command line that cannot be understood, in one line with what would be right; no page of help. */
final class UsageMistake {

    private UsageMistake() {
    }

    static FailureLine line(ParameterException mistake) {
        CommandLine command = mistake.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        return new FailureLine(text(mistake, name) + " See '" + name + " --help'.", ExitCode.REFUSED);
    }

    private static String text(ParameterException mistake, String command) {
        if (mistake instanceof UnmatchedArgumentException unmatched && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            List<String> near = word.startsWith("-") ? optionsLike(word, mistake.getCommandLine())
                    : unmatched.getSuggestions().stream().filter(known -> distance(word, known) <= 2).toList();
            return "'" + command + "' does not know '" + word + "'"
                    + (near.isEmpty() ? "." : "; did you mean '" + String.join("' or '", near) + "'?");
        }
        String message = mistake.getMessage().replaceAll("\\s*\\R\\s*", " ").strip();
        return message.endsWith(".") ? message : message + ".";
    }

    /** The options that differ in at most two letters; the library's own suggestions want the same beginning. */
    private static List<String> optionsLike(String word, CommandLine command) {
        String option = word.replaceFirst("=.*", "");
        return command.getCommandSpec().optionsMap().keySet().stream().filter(known -> known.startsWith("--"))
                .filter(known -> distance(option, known) <= 2).sorted(Comparator.comparing(known -> distance(option, known)))
                .toList();
    }

    /** Insertions, deletions and replacements that turn one word into the other (Levenshtein). */
    static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
