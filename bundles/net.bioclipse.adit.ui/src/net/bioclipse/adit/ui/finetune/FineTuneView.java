package net.bioclipse.adit.ui.finetune;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import net.bioclipse.adit.finetuning.Comparison;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.models.CardDialog;
import net.bioclipse.adit.ui.models.InstalledModels;
import net.bioclipse.adit.ui.results.Images;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Canvas;
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
    private static final int SMALLEST = 60;

    private FineTuneJob shown;
    private Label title;
    private Label says;
    private ProgressBar bar;
    private Button keep;
    private Button cancel;
    private Button resume;
    private Button before;
    private Button after;
    private Button card;
    private Button refused;
    private Button install;
    private Composite buttons;
    private SashForm body;
    private Canvas curves;
    private ComparisonCanvas figures;
    private Image image;
    private Job drawing;
    private boolean stale;

    @Override
    public void createPartControl(Composite parent) {
        GridLayoutFactory.fillDefaults().numColumns(2).margins(8, 4).spacing(6, 3).applyTo(parent);
        title = new Label(parent, SWT.NONE);
        title.setFont(JFaceResources.getBannerFont());
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).grab(true, false).applyTo(title);
        buttons(parent);
        says = new Label(parent, SWT.WRAP);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(200, SWT.DEFAULT).applyTo(says);
        bar = new ProgressBar(parent, SWT.SMOOTH);
        bar.setMaximum(FINE);
        bar.setToolTipText("How much of the present part is done");
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, 8).applyTo(bar);
        body = new SashForm(parent, SWT.HORIZONTAL);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(body);
        curves = new Canvas(body, SWT.DOUBLE_BUFFERED);
        curves.setToolTipText("Loss of the structures that are learned from, and of those that judge the learning");
        curves.setBackground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_BACKGROUND));
        curves.setForeground(parent.getDisplay().getSystemColor(SWT.COLOR_LIST_FOREGROUND));
        curves.addListener(SWT.Paint, event -> paint(event.gc));
        curves.addListener(SWT.Resize, event -> draw());
        curves.addListener(SWT.Dispose, event -> disposeImage());
        figures = new ComparisonCanvas(body);
        List<FineTuneJob> all = FineTunings.all();
        if (all.isEmpty()) {
            refresh();
        } else {
            show(all.get(all.size() - 1));
        }
    }

    private void buttons(Composite parent) {
        buttons = new Composite(parent, SWT.NONE);
        RowLayout row = new RowLayout();
        row.marginLeft = 0;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.spacing = 6;
        buttons.setLayout(row);
        GridDataFactory.fillDefaults().align(SWT.END, SWT.CENTER).applyTo(buttons);
        keep = button("&Stop and keep", "Ends training now and makes a model of what is learned",
                () -> model().stopAndKeep());
        cancel = button("&Cancel", "Ends at once; the last checkpoint is kept, and Resume goes on from it", () -> {
            cancel.setEnabled(false);
            shown.cancel();
        });
        resume = button("&Resume", "Goes on from the last checkpoint", () -> FineTunings.resume(shown,
                getSite().getPage()));
        install = button("&Add to the models", "Copies the model into the list of the models", this::install);
        before = button("Samples &before", "Opens what the parent drew, as a table", () -> open(false));
        after = button("Samples a&fter", "Opens what the new model draws from the same seed, as a table", () -> open(true));
        card = button("Model car&d…", "What the new model was trained on and how good it is",
                () -> new CardDialog(getSite().getShell(), report().model()).open());
        refused = button("Refused rec&ords", "Opens the list of the records that were not learned from",
                () -> open(report().refused(), null));
    }

    private Button button(String text, String tip, Runnable action) {
        Button button = new Button(buttons, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> action.run());
        button.setLayoutData(new org.eclipse.swt.layout.RowData());
        return button;
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
        visible(bar, running);
        if (running) {
            bar.setSelection((int) (FINE * Math.max(0, model.share())));
        }
        visible(keep, running);
        keep.setEnabled(running && model.stoppable());
        visible(cancel, running);
        if (!running) {
            cancel.setEnabled(true);
        }
        visible(resume, ended && model.resumable());
        visible(install, report.isPresent());
        visible(card, report.isPresent());
        boolean samples = report.isPresent() && !report.get().comparisons().isEmpty();
        visible(before, samples && report.get().comparisons().get(0).beforeFile().isPresent());
        visible(after, samples);
        visible(refused, report.isPresent() && !report.get().data().refusals().isEmpty());
        if (report.isPresent()) {
            figures.show(report.get().comparisons());
        }
        body.setMaximizedControl(samples ? null : curves);
        buttons.getParent().layout(true, true);
        draw();
    }

    private static void setText(Label label, String text) {
        if (!label.getText().equals(text)) {
            label.setText(text.replace("&", "&&"));
            label.setToolTipText(text);
        }
    }

    private static void visible(org.eclipse.swt.widgets.Control control, boolean visible) {
        control.setVisible(visible);
        Object data = control.getLayoutData();
        if (data instanceof org.eclipse.swt.layout.RowData row) {
            row.exclude = !visible;
        } else {
            ((org.eclipse.swt.layout.GridData) data).exclude = !visible;
        }
    }

    private void draw() {
        Rectangle area = curves.getClientArea();
        List<LossHistory.Stage> stages = shown == null ? List.of() : model().losses().stages();
        if (stages.isEmpty() || area.width < SMALLEST || area.height < SMALLEST) {
            disposeImage();
            curves.redraw();
            return;
        }
        if (drawing != null && drawing.getState() != Job.NONE) {
            stale = true;
            return;
        }
        int background = rgb(curves.getBackground());
        int foreground = rgb(curves.getForeground());
        drawing = Job.create("Drawing losses", monitor -> {
            BufferedImage drawn = LossChart.draw(stages, background, foreground, area.width, area.height);
            ImageData data = Images.data(drawn);
            if (!curves.isDisposed()) {
                curves.getDisplay().asyncExec(() -> arrived(data));
            }
            return Status.OK_STATUS;
        });
        drawing.setSystem(true);
        drawing.schedule();
    }

    private void arrived(ImageData data) {
        if (curves.isDisposed()) {
            return;
        }
        disposeImage();
        image = new Image(curves.getDisplay(), data);
        curves.redraw();
        drawing = null;
        if (stale) {
            stale = false;
            draw();
        }
    }

    private void paint(GC gc) {
        if (image != null) {
            gc.drawImage(image, 0, 0);
        } else {
            gc.drawText(shown == null ? "The losses of a training will be drawn here."
                    : "Losses appear when training begins.", 12, 10, true);
        }
    }

    private void disposeImage() {
        if (image != null) {
            image.dispose();
            image = null;
        }
    }

    private static int rgb(Color colour) {
        return colour.getRed() << 16 | colour.getGreen() << 8 | colour.getBlue();
    }

    private void open(boolean samplesAfter) {
        for (Comparison comparison : report().comparisons()) {
            (samplesAfter ? Optional.of(comparison.afterFile()) : comparison.beforeFile())
                    .ifPresent(file -> open(file, AditUi.RESULTS_EDITOR));
        }
    }

    private void open(Path file, String editor) {
        try {
            if (editor == null) {
                IDE.openEditorOnFileStore(getSite().getPage(),
                        org.eclipse.core.filesystem.EFS.getLocalFileSystem().getStore(file.toUri()));
            } else {
                IDE.openEditor(getSite().getPage(), file.toUri(), editor, true);
            }
        } catch (PartInitException e) {
            ILog.get().log(e.getStatus());
        }
    }

    private void install() {
        Path made = report().model().directory();
        install.setEnabled(false);
        InstalledModels.addInBackground(made, curves.getDisplay(), said -> {
            if (!install.isDisposed()) {
                install.setEnabled(true);
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
