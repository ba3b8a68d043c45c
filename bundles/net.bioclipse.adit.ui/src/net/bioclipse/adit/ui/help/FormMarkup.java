package net.bioclipse.adit.ui.help;

import java.io.IOException;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Help pages in the little language of the forms toolkit. The pages are XHTML, so that the platform's help can show them
 * where it is installed: headings, paragraphs, numbered lists, {@code b}, {@code code} and links are known here.
 */
final class FormMarkup {

    private static final int INDENT = 24;

    private final StringBuilder form = new StringBuilder("<form>");

    private FormMarkup() {
    }

    /** @throws IOException when the page is not well-formed */
    static String of(String xhtml) throws IOException {
        FormMarkup markup = new FormMarkup();
        for (Node node = parse(xhtml).getElementsByTagName("body").item(0).getFirstChild(); node != null;
                node = node.getNextSibling()) {
            if (node instanceof Element block) {
                markup.block(block);
            }
        }
        return markup.form.append("</form>").toString();
    }

    static Element parse(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(xml))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("A help page is not well-formed: " + e.getMessage(), e);
        }
    }

    private void block(Element block) {
        switch (block.getTagName()) {
            case "h1" -> paragraph("<p><span font=\"title\">", block, "</span></p>");
            case "p" -> paragraph("<p>", block, "</p>");
            case "ol" -> {
                int number = 0;
                for (Node item = block.getFirstChild(); item != null; item = item.getNextSibling()) {
                    if (item instanceof Element element) {
                        number++;
                        paragraph("<li style=\"text\" value=\"" + number + ".\" indent=\"" + INDENT + "\">", element,
                                "</li>");
                    }
                }
            }
            default -> throw unknown(block);
        }
    }

    private void paragraph(String begin, Element element, String end) {
        form.append(begin);
        inline(element);
        form.append(end);
    }

    private void inline(Element parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                switch (element.getTagName()) {
                    case "b" -> wrapped("<b>", element, "</b>");
                    case "code" -> wrapped("<span font=\"code\">", element, "</span>");
                    case "a" -> wrapped("<a href=\"" + escaped(element.getAttribute("href")) + "\">", element, "</a>");
                    default -> throw unknown(element);
                }
            } else {
                form.append(escaped(node.getTextContent().replaceAll("\\s+", " ")));
            }
        }
    }

    private void wrapped(String begin, Element element, String end) {
        form.append(begin);
        inline(element);
        form.append(end);
    }

    private static IllegalArgumentException unknown(Element element) {
        return new IllegalArgumentException("A help page has <" + element.getTagName() + ">, which cannot be shown.");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
