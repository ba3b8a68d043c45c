package net.bioclipse.adit.ui.finetune;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.finetuning.FineTuning;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.finetuning.FineTuningReport;
import net.bioclipse.adit.finetuning.FineTuningRequest;
import net.bioclipse.adit.finetuning.LibtorchTrainer;
import net.bioclipse.adit.finetuning.TrainingProgress;
import net.bioclipse.adit.finetuning.TuningControl;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.run.Runs;
import net.bioclipse.adit.ui.run.WorkspaceFiles;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.progress.IProgressConstants;

/**
 * A fine-tuning in the background, in the queue of all runs. Training itself is a process of its own: when it dies, this job
 * ends with one sentence and the checkpoint stays. Cancelling ends at the last checkpoint; {@link TuningModel#stopAndKeep()}
 * ends early with a model.
 */
public final class FineTuneJob extends Job {

    private static final int WHOLE = 10_000;
    private static final long PAUSE = 200_000_000L;

    private final Map<String, String> texts;
    private final ModelPackage base;
    private final FineTuningRequest request;
    private final TuningModel model;

    /**
     * @param texts name of a parameter → text, with names of files that do not depend on a folder
     * @param base  the model to start from
     */
    FineTuneJob(Map<String, String> texts, ModelPackage base) {
        super("Fine-tuning " + base.id() + ": " + Path.of(texts.get(FineTuningParameters.OUTPUT.name())).getFileName());
        this.texts = Map.copyOf(texts);
        this.base = base;
        request = FineTuningParameters.request(false, texts);
        Path output = Path.of(request.output()).toAbsolutePath().normalize();
        model = new TuningModel(output.getFileName().toString(), base.id(), output);
        setRule(Runs.ONE_AT_A_TIME);
        setProperty(IProgressConstants.ICON_PROPERTY, AditUi.icon("finetune"));
    }

    /** The fine-tuning as the windows watch it. */
    public TuningModel model() {
        return model;
    }

    Map<String, String> texts() {
        return texts;
    }

    ModelPackage base() {
        return base;
    }

    @Override
    public boolean belongsTo(Object family) {
        return family == Runs.FAMILY;
    }

    /** What the room of fine-tuning works with. */
    static FineTuning.Workbench workbench(FineTuning.Trainer trainer) {
        return new FineTuning.Workbench(Workshop.engine(), Workshop.assessor(Set.of()), Workshop.formats(),
                Workshop::sameness, Workshop.symmetry(), trainer);
    }

    @Override
    protected void canceling() {
        if (model.state() == TuningModel.State.WAITING) {
            model.drop(interrupted());
        } else {
            model.cancel();
        }
        model.tell();
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        monitor.beginTask("From " + model.parent(), WHOLE);
        try {
            Optional<FineTuningReport> report = FineTuning.run(request, Optional.of(base), folder(),
                    workbench(new LibtorchTrainer(TrainingFeature.classPath())), new Watch(monitor));
            if (report.isEmpty()) {
                model.drop(interrupted());
                return Status.CANCEL_STATUS;
            }
            model.end(report.get());
            return new Status(IStatus.OK, AditUi.ID, model.says());
        } catch (IOException | ModelPackageException | RuntimeException | LinkageError e) {
            String reason = e.getMessage() == null ? e.toString() : e.getMessage();
            model.fail(reason, interrupted());
            // The view says it in a line; a window of its own would come in the way of whatever the chemist does now.
            setProperty(IProgressConstants.NO_IMMEDIATE_ERROR_PROMPT_PROPERTY, Boolean.TRUE);
            return new Status(IStatus.ERROR, AditUi.ID, reason, e);
        } finally {
            monitor.done();
            WorkspaceFiles.refresh(model.output());
            model.tell();
        }
    }

    private boolean interrupted() {
        return FineTuning.interrupted(request, folder());
    }

    private Path folder() {
        return model.output().getParent();
    }

    /** Hands on what is said, some times a second at most. */
    private final class Watch implements TuningControl {

        private final IProgressMonitor monitor;
        private long told;
        private int worked;

        Watch(IProgressMonitor monitor) {
            this.monitor = monitor;
        }

        @Override
        public boolean isCancelled() {
            return monitor.isCanceled() || model.stopping();
        }

        @Override
        public boolean isAbandoned() {
            return monitor.isCanceled();
        }

        @Override
        public void begins(String what) {
            model.begins(what);
            monitor.subTask(what);
            model.tell();
        }

        @Override
        public void progress(long done, long total, String what) {
            long now = System.nanoTime();
            if (total > 0 && now - told > PAUSE) {
                told = now;
                model.at(done / (double) total);
                model.tell();
            }
        }

        @Override
        public void training(TrainingProgress progress) {
            model.at(progress);
            int share = (int) (WHOLE * Math.max(0, model.share()));
            monitor.worked(Math.max(0, share - worked));
            worked = Math.max(worked, share);
            monitor.subTask(TuningTexts.progress(progress));
            model.tell();
        }
    }
}
