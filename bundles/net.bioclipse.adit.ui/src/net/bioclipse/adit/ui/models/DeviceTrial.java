package net.bioclipse.adit.ui.models;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import org.eclipse.core.runtime.FileLocator;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;

/**
 * Opens a model on a device, in a process of its own: natives can be loaded only once in a process, and wrong ones may
 * end it. {@link #main} is what runs there.
 */
public final class DeviceTrial {

    private static final int PATIENCE_SECONDS = 120;

    private DeviceTrial() {
    }

    /** @param arguments folder of the model, device, threads; says in one line on standard output how it went */
    public static void main(String[] arguments) {
        int code = 0;
        String said;
        try {
            ModelPackage model = ModelPackageReader.read(Path.of(arguments[0]));
            NeuralEngine.Options options = new NeuralEngine.Options(NeuralEngine.Device.valueOf(arguments[1]),
                    Integer.parseInt(arguments[2]));
            try (LoadedModel loaded = Workshop.engine().open(model, options)) {
                said = model.id() + " computes on " + loaded.device() + ".";
            }
        } catch (ModelPackageException | InferenceException e) {
            said = e.getMessage();
            code = 2;
        }
        System.out.println(said);
        System.exit(code);
    }

    /** How it went, in a sentence. */
    static String run(Path model, NeuralEngine.Options options, String natives) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Djava.awt.headless=true");
        command.addAll(Natives.options(natives));
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath()), DeviceTrial.class.getName(),
                model.toString(), options.device().name(), String.valueOf(options.threads())));
        Path output = Files.createTempFile("adit-device", ".txt");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return "The device did not answer within " + PATIENCE_SECONDS + " seconds.";
            }
            List<String> lines = Files.readString(output, StandardCharsets.UTF_8).lines().toList();
            boolean spoke = process.exitValue() == 0 || process.exitValue() == 2;
            return spoke && !lines.isEmpty() ? lines.get(lines.size() - 1)
                    : "The trial ended with exit code " + process.exitValue() + ": " + String.join(" ", lines);
        } finally {
            Files.delete(output);
        }
    }

    /** The jars of this bundle and of all that it needs, directly or not. */
    private static Set<String> classPath() throws IOException {
        Set<Bundle> bundles = new LinkedHashSet<>();
        collect(FrameworkUtil.getBundle(Workshop.class), bundles);
        bundles.add(FrameworkUtil.getBundle(DeviceTrial.class));
        Set<String> entries = new LinkedHashSet<>();
        for (Bundle bundle : bundles) {
            Path place = FileLocator.getBundleFileLocation(bundle).orElseThrow().toPath();
            entries.add(place.toString());
            if (Files.isDirectory(place.resolve("lib"))) {
                try (Stream<Path> jars = Files.list(place.resolve("lib"))) {
                    jars.map(Path::toString).forEach(entries::add);
                }
            }
        }
        return entries;
    }

    private static void collect(Bundle bundle, Set<Bundle> found) {
        if (bundle.getBundleId() != 0 && found.add(bundle)) {
            for (BundleWire wire : bundle.adapt(BundleWiring.class).getRequiredWires(null)) {
                collect(wire.getProvider().getBundle(), found);
            }
        }
    }
}
