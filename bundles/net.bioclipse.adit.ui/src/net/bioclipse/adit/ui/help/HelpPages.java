package net.bioclipse.adit.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The pages in the folder help of this bundle, in the order of its table of contents. */
final class HelpPages {

    /**
     * One page.
     *
     * @param file  path in this bundle
     * @param title as in the table of contents
     */
    record Page(String file, String title) {
    }

    private HelpPages() {
    }

    static List<Page> contents() throws IOException {
        NodeList topics = FormMarkup.parse(read("help/toc.xml")).getElementsByTagName("topic");
        List<Page> pages = new ArrayList<>();
        for (int i = 0; i < topics.getLength(); i++) {
            Element topic = (Element) topics.item(i);
            pages.add(new Page(topic.getAttribute("href"), topic.getAttribute("label")));
        }
        return pages;
    }

    /** A page in the language of the forms toolkit. */
    static String text(Page page) throws IOException {
        return FormMarkup.of(read(page.file()));
    }

    private static String read(String name) throws IOException {
        URL url = FileLocator.find(Platform.getBundle(AditUi.ID), new Path(name));
        if (url == null) {
            throw new IOException("The help page '" + name + "' is missing in the bundle " + AditUi.ID + ".");
        }
        try (InputStream stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
