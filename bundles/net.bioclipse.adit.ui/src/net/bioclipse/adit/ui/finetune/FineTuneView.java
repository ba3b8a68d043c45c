package net.bioclipse.adit.ui.finetune;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.finetuning.Comparison;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.models.CardDialog;
import net.bioclipse.adit.ui.models.InstalledModels;
import org.eclipse.core.filesystem.EFS;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ProgressBar;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ViewPart;

/** One fine-tuning: what goes on, the losses as they fall, and at the end the figures before and after. */
public final class FineTuneView extends ViewPart implements TuningModel.Listener {

    public static final String ID = AditUi.ID + ".finetune";

    private static final String NOTHING = "No model is being fine-tuned. ADiT > Fine-tune… begins.";
    private static final int FINE = 1000;

    private FineTuneJob shown;
    private Label title;
    private Label says;
    private ProgressBar bar;
    private TuningButtons buttons;
    private SashForm body;
    private LossCanvas curves;
    private ComparisonCanvas figures;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(6, 3).applyTo(parent);
        title = new Label(parent, SWT.NONE);
        title.setFont(JFaceResources.getBannerFont());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(title);
        says = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(says);
        bar = new ProgressBar(parent, SWT.SMOOTH);
        bar.setMaximum(FINE);
        bar.setToolTipText("How much of the present part is done");
        AditUi.name(bar, "How much of the present part is done");
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, 8).applyTo(bar);
        buttons(parent);
        body = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(body);
        curves = new LossCanvas(body);
        figures = new ComparisonCanvas(body);
        List<FineTuneJob> all = FineTunings.all();
        if (all.isEmpty()) {
            refresh();
        } else {
            show(all.get(all.size() - 1));
        }
    }

    private void buttons(Composite parent) {
        buttons = new TuningButtons(parent);
        GridDataFactory.fillDefaults().grab(true, false).hint(200, SWT.DEFAULT).applyTo(buttons);
        buttons.add(TuningButtons.KEEP, () -> model().stopAndKeep());
        buttons.add(TuningButtons.CANCEL, () -> {
            buttons.enable(TuningButtons.CANCEL, false);
            shown.cancel();
        });
        buttons.add(TuningButtons.RESUME, () -> FineTunings.resume(shown, getSite().getPage()));
        buttons.add(TuningButtons.INSTALL, this::install);
        buttons.add(TuningButtons.BEFORE, () -> report().comparisons().forEach(
                comparison -> comparison.beforeFile().ifPresent(this::openTable)));
        buttons.add(TuningButtons.AFTER, () -> report().comparisons().stream().map(Comparison::afterFile)
                .forEach(this::openTable));
        buttons.add(TuningButtons.CARD, () -> new CardDialog(getSite().getShell(), report().model()).open());
        buttons.add(TuningButtons.REFUSED, () -> opening(() -> IDE.openEditorOnFileStore(getSite().getPage(),
                EFS.getLocalFileSystem().getStore(report().refused().toUri()))));
    }

    /** Watches this one from now on. */
    void show(FineTuneJob job) {
        if (shown != null) {
            model().removeListener(this);
        }
        shown = job;
        model().addListener(this);
        refresh();
    }

    /** The fine-tuning that is shown, if there is one. */
    public Optional<TuningModel> shown() {
        return Optional.ofNullable(shown).map(FineTuneJob::model);
    }

    private TuningModel model() {
        return shown.model();
    }

    private FineTuningReport report() {
        return model().report().orElseThrow();
    }

    /** From the job's thread. */
    @Override
    public void changed(TuningModel changed) {
        if (!curves.isDisposed()) {
            curves.getDisplay().asyncExec(() -> {
                if (!curves.isDisposed() && shown != null && changed == model()) {
                    refresh();
                }
            });
        }
    }

    private void refresh() {
        TuningModel model = shown == null ? null : model();
        Optional<FineTuningReport> report = model == null ? Optional.empty() : model.report();
        boolean ended = model != null && model.state().ended();
        setText(title, model == null ? "Fine-tuning" : ended ? model.name() : model.name() + ", from " + model.parent());
        setText(says, model == null ? NOTHING : model.says());
        says.setForeground(model != null && model.state() == TuningModel.State.FAILED
                ? says.getDisplay().getSystemColor(SWT.COLOR_RED) : null);
        boolean running = model != null && !ended;
        bar.setVisible(running);
        ((GridData) bar.getLayoutData()).exclude = !running;
        if (running) {
            bar.setSelection((int) (FINE * Math.max(0, model.share())));
        }
        buttons.show(model);
        report.ifPresent(made -> figures.show(made.comparisons()));
        body.setMaximizedControl(report.isPresent() && !report.get().comparisons().isEmpty() ? null : curves);
        body.getParent().layout(true, true);
        curves.show(model == null ? List.of() : model.losses().stages(), model == null
                ? "The losses of a training will be drawn here." : "Losses appear when training begins.");
    }

    private static void setText(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text.replace("&", "&&"));
            label.setToolTipText(text);
        }
    }

    private void openTable(Path file) {
        opening(() -> IDE.openEditor(getSite().getPage(), file.toUri(), AditUi.RESULTS_EDITOR, true));
    }

    /** What opens an editor. */
    @FunctionalInterface
    private interface Opening {

        void open() throws PartInitException;
    }

    private static void opening(Opening editor) {
        try {
            editor.open();
        } catch (PartInitException e) {
            ILog.get().log(e.getStatus());
        }
    }

    private void install() {
        Path made = report().model().directory();
        buttons.enable(TuningButtons.INSTALL, false);
        InstalledModels.addInBackground(made, curves.getDisplay(), said -> {
            if (!buttons.isDisposed()) {
                buttons.enable(TuningButtons.INSTALL, true);
                setText(says, said);
                says.getParent().layout();
            }
        });
    }

    @Override
    public void setFocus() {
        curves.setFocus();
    }

    @Override
    public void dispose() {
        if (shown != null) {
            model().removeListener(this);
        }
        super.dispose();
    }
}
