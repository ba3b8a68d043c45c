package net.bioclipse.adit.ui.run;

import java.util.Map;
import java.util.OptionalDouble;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.ILog;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/**
 * How fast runs were on this machine, remembered for those that would compute the same amount for a structure: same model,
 * kind, device, steps and wishes. Nothing is guessed for others.
 */
public final class RunRates {

    /** Shorter runs mostly measure the loading of the model. */
    private static final double SHORTEST = 2;

    private RunRates() {
    }

    static void remember(GenerationRun run, RunReport report) {
        if (report.kept() > 0 && report.seconds() >= SHORTEST) {
            rates().putDouble(key(run), report.kept() / report.seconds());
            try {
                rates().flush();
            } catch (BackingStoreException e) {
                ILog.get().error("The speed of a run cannot be remembered", e);
            }
        }
    }

    /** Seconds that a run should take; empty when none like it was measured. */
    public static OptionalDouble expectedSeconds(GenerationRun run) {
        double rate = rates().getDouble(key(run), 0);
        return rate > 0 ? OptionalDouble.of(run.request().count() / rate) : OptionalDouble.empty();
    }

    private static Preferences rates() {
        return AditUi.preferences().node("rates");
    }

    private static String key(GenerationRun run) {
        Map<String, String> parameters = run.record().parameters();
        GenerationRequest request = run.request();
        return run.model().checksum().substring(0, 12) + " " + request.kind().word() + " " + request.keep() + " "
                + parameters.get(GenerationParameters.DEVICE.name()) + " "
                + parameters.get(GenerationParameters.THREADS.name()) + " " + request.steps().orElse(0) + " "
                + request.guidance().orElse(-1) + " " + request.atoms().map(Object::toString).orElse("") + " "
                + request.formula().map(Object::toString).orElse("") + " " + request.elements();
    }
}
