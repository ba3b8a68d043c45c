package net.bioclipse.adit.ui.help;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;

/** The pages in the folder help of this bundle, in the order of its file contents.txt. */
final class HelpPages {

    /**
     * One page.
     *
     * @param file  name in the folder, without suffix; also its name in links
     * @param title as in the table of contents
     */
    record Page(String file, String title) {
    }

    private HelpPages() {
    }

    static List<Page> contents() throws IOException {
        return read("contents.txt").lines().filter(line -> !line.isBlank()).map(line -> line.split("\t", 2))
                .map(words -> new Page(words[0], words[1])).toList();
    }

    /** The text of a page in the little language of the forms toolkit. */
    static String text(Page page) throws IOException {
        return read(page.file() + ".xml");
    }

    private static String read(String name) throws IOException {
        URL url = FileLocator.find(Platform.getBundle(AditUi.ID), new Path("help/" + name));
        if (url == null) {
            throw new IOException("The help page '" + name + "' is missing in the bundle " + AditUi.ID + ".");
        }
        try (InputStream stream = url.openStream()) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
