package net.bioclipse.adit.ui.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbered steps of a page of the tutorial: the names in them, and what they say is to be written. */
record Tutorial(List<Step> steps) {

    /**
     * One step.
     *
     * @param names words in bold type, which stand in the window
     * @param write what "Write … into" says; empty where nothing is to be written
     */
    record Step(List<String> names, String write) {

        String name() {
            return names.get(0);
        }
    }

    private static final Pattern STEP = Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL);
    private static final Pattern BOLD = Pattern.compile("<b>(.*?)</b>");
    private static final Pattern WRITE = Pattern.compile("Write (.*?) into <b>");

    /** @param page name of a file in the folder help */
    static Tutorial of(String page) throws IOException {
        String text = Files.readString(Path.of(System.getProperty("adit.home"), "bundles/net.bioclipse.adit.ui/help", page));
        List<Step> steps = new ArrayList<>();
        Matcher step = STEP.matcher(text);
        while (step.find()) {
            List<String> names = new ArrayList<>();
            BOLD.matcher(step.group(1)).results().forEach(bold -> names.add(bold.group(1).replace("&gt;", ">")));
            Matcher write = WRITE.matcher(step.group(1));
            steps.add(new Step(List.copyOf(names), write.find() ? write.group(1) : ""));
        }
        return new Tutorial(List.copyOf(steps));
    }

    /** @param number from 1, as it is read */
    Step step(int number) {
        return steps.get(number - 1);
    }
}
