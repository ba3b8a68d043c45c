package net.bioclipse.adit.ui.help;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FormMarkupTest {

    private static final Path HELP = Path.of("help");

    @Test
    void turnsAPageIntoTheLanguageOfForms() throws IOException {
        assertEquals("<form><p><span font=\"title\">T</span></p><p>a <b>b</b> &lt;<span font=\"code\">c</span></p>"
                + "<li style=\"text\" value=\"1.\" indent=\"24\">one</li><li style=\"text\" value=\"2.\" indent=\"24\">"
                + "<a href=\"x.html\">two</a></li></form>", FormMarkup.of("<html><body><h1>T</h1>\n<p>a\n <b>b</b> &lt;"
                + "<code>c</code></p><ol>\n<li>one</li>\n<li><a href=\"x.html\">two</a></li></ol></body></html>"));
    }

    @Test
    void refusesWhatItCannotShow() {
        assertThrows(IllegalArgumentException.class, () -> FormMarkup.of("<html><body><table/></body></html>"));
        assertThrows(IOException.class, () -> FormMarkup.of("<html><body><p></body></html>"));
    }

    @Test
    void showsEveryPageOfTheTableOfContentsAndFollowsEveryLink() throws IOException {
        TreeSet<String> listed = new TreeSet<>();
        NodeList topics = FormMarkup.parse(Files.readString(HELP.resolve("toc.xml"))).getElementsByTagName("topic");
        for (int i = 0; i < topics.getLength(); i++) {
            listed.add(((Element) topics.item(i)).getAttribute("href"));
        }
        TreeSet<String> there = new TreeSet<>();
        try (Stream<Path> files = Files.list(HELP)) {
            files.filter(file -> file.toString().endsWith(".html")).forEach(file -> there.add("help/" + file.getFileName()));
        }
        assertEquals(there, listed);
        for (String page : listed) {
            String form = FormMarkup.of(Files.readString(Path.of(page)));
            Matcher link = Pattern.compile("href=\"([^\"]*\\.html)\"").matcher(form);
            while (link.find()) {
                assertTrue(listed.contains("help/" + link.group(1)), page + " leads to " + link.group(1));
            }
        }
    }

    @Test
    void everyContextLeadsToAPage() throws IOException {
        NodeList topics = FormMarkup.parse(Files.readString(HELP.resolve("contexts.xml"))).getElementsByTagName("topic");
        assertTrue(topics.getLength() > 5);
        for (int i = 0; i < topics.getLength(); i++) {
            Path page = Path.of(((Element) topics.item(i)).getAttribute("href"));
            assertTrue(Files.exists(page), page.toString());
        }
    }

    @Test
    void everyCommandOfTheCheatSheetIsOurs() throws IOException {
        String plugin = Files.readString(Path.of("plugin.xml"));
        NodeList commands = FormMarkup.parse(Files.readString(HELP.resolve("firststeps.xml")))
                .getElementsByTagName("command");
        assertEquals(2, commands.getLength());
        for (int i = 0; i < commands.getLength(); i++) {
            String command = ((Element) commands.item(i)).getAttribute("serialization");
            assertTrue(plugin.contains("<command id=\"" + command + "\""), command);
        }
    }
}
