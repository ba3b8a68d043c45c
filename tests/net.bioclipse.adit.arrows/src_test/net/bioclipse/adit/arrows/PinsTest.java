package net.bioclipse.adit.arrows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The versions pinned in the root {@code pom.xml} and those of the target definition are the same list. */
class PinsTest {

    private static final Path REPOSITORY = Path.of(System.getProperty("repository"));

    @Test
    void everyArtifactOfTheTargetIsPinnedInTheRootPom() throws Exception {
        Set<String> target = artifacts(root("releng/net.bioclipse.adit.target/net.bioclipse.adit.target.target"));
        Set<String> workbench = artifacts(root("releng/net.bioclipse.adit.target/net.bioclipse.adit.workbench.target"));
        assertTrue(workbench.size() > 20, "found only " + workbench);
        Set<String> pins = artifacts(child(root("pom.xml"), "dependencyManagement"));
        assertTrue(target.size() > 20, "found only " + target);
        target.addAll(workbench);
        assertEquals(String.join("\n", target), String.join("\n", pins));
    }

    /** Without the exclusion Maven follows the version ranges in the POMs of the platform. JUnit's POMs are sound. */
    @Test
    void everyPinButJUnitExcludesWhatItsPomDependsOn() throws Exception {
        NodeList pins = child(root("pom.xml"), "dependencyManagement").getElementsByTagName("dependency");
        for (int i = 0; i < pins.getLength(); i++) {
            Element pin = (Element) pins.item(i);
            boolean test = text(pin, "groupId").matches("org\\.(junit\\..*|opentest4j|apiguardian)");
            assertEquals(test ? 0 : 1, pin.getElementsByTagName("exclusion").getLength(), text(pin, "artifactId"));
        }
    }

    private static Element root(String path) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(REPOSITORY.resolve(path).toFile())
                .getDocumentElement();
    }

    private static Set<String> artifacts(Element root) {
        Set<String> artifacts = new TreeSet<>();
        NodeList dependencies = root.getElementsByTagName("dependency");
        for (int i = 0; i < dependencies.getLength(); i++) {
            Element dependency = (Element) dependencies.item(i);
            artifacts.add(text(dependency, "groupId") + ":" + text(dependency, "artifactId") + ":"
                    + text(dependency, "version"));
        }
        return artifacts;
    }

    private static Element child(Element element, String name) {
        return (Element) element.getElementsByTagName(name).item(0);
    }

    /** The first of that name is the dependency's own; those of its exclusions come later. */
    private static String text(Element element, String name) {
        return child(element, name).getTextContent().strip();
    }
}
