package net.bioclipse.adit.ui.generate;

import java.util.LinkedHashMap;
import java.util.Map;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.Parameter;
import net.bioclipse.adit.ui.parameters.ParameterPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;

/** Second page: how it is computed. Nobody needs to look at it. */
final class HowPage extends ParameterPage<RequestDraft> {

    private static final Map<String, Parameter<?>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("&Seed:", GenerationParameters.SEED);
        FIELDS.put("S&teps:", GenerationParameters.STEPS);
        FIELDS.put("G&uidance:", GenerationParameters.GUIDANCE);
        FIELDS.put("N&oise scale:", GenerationParameters.NOISE_SCALE);
        FIELDS.put("&Attempts:", GenerationParameters.ATTEMPTS);
        FIELDS.put("At onc&e:", GenerationParameters.BATCH);
        FIELDS.put("CPU t&hreads:", GenerationParameters.THREADS);
    }

    HowPage(RequestDraft draft, Runnable edited) {
        super("how", draft, edited);
        setTitle("How it is computed");
        setDescription("Everything here has a good default; leave a field empty to take it.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(3).spacing(8, 9).applyTo(page);
        choice(page, "&Compute on:", GenerationParameters.DEVICE, Map.of("auto", "automatic", "cpu", "CPU, "
                + Runtime.getRuntime().availableProcessors() + " cores", "cuda", "NVIDIA GPU (CUDA)"));
        explained(page, GenerationParameters.DEVICE);
        choice(page, "Re&lax:", GenerationParameters.RELAX, Map.of("none", "no, as drawn", "mmff94",
                "by the force field MMFF94"));
        explained(page, GenerationParameters.RELAX);
        FIELDS.forEach((label, parameter) -> {
            row(page, label, parameter);
            explained(page, parameter);
        });
        setControl(page);
    }

    private static void explained(Composite page, Parameter<?> parameter) {
        Label label = new Label(page, SWT.WRAP);
        label.setText(parameter.help());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).hint(300, SWT.DEFAULT).applyTo(label);
    }
}
