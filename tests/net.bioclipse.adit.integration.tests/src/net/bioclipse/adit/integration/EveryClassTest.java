package net.bioclipse.adit.integration;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Collection;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.namespace.BundleNamespace;
import org.osgi.framework.wiring.BundleWiring;

/** Every class of every room loads inside Equinox with all types of its signatures: the manifests name all it needs. */
class EveryClassTest {

    @TestFactory
    Stream<DynamicTest> loads() {
        return rooms().map(room -> dynamicTest(room.getSymbolicName(), () -> {
            Collection<String> classes = classes(room);
            assertFalse(classes.isEmpty(), room.getSymbolicName() + " has no class");
            for (String name : classes) {
                Class<?> type = room.loadClass(name);
                type.getDeclaredMethods();
                type.getDeclaredFields();
                type.getDeclaredConstructors();
            }
        }));
    }

    @Test
    void theTestSeesTheRooms() {
        assertTrue(rooms().count() >= 8, "found only " + rooms().toList());
        assertTrue(rooms().mapToInt(room -> classes(room).size()).sum() > 50, "found too few classes");
    }

    /** The bundles in Require-Bundle of this one but for CDK, whose classes may want libraries that we do not ship. */
    private static Stream<Bundle> rooms() {
        return FrameworkUtil.getBundle(EveryClassTest.class).adapt(BundleWiring.class)
                .getRequiredWires(BundleNamespace.BUNDLE_NAMESPACE).stream()
                .map(wire -> wire.getProvider().getBundle())
                .filter(bundle -> !bundle.getSymbolicName().contains(".thirdparty."));
    }

    private static Collection<String> classes(Bundle room) {
        return room.adapt(BundleWiring.class)
                .listResources("/", "*.class", BundleWiring.LISTRESOURCES_RECURSE | BundleWiring.LISTRESOURCES_LOCAL)
                .stream().map(path -> path.substring(0, path.length() - ".class".length()).replace('/', '.')).toList();
    }
}
