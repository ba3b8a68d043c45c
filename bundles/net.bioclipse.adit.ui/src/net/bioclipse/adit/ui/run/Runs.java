package net.bioclipse.adit.ui.run;

import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** Starts runs and shows them. */
public final class Runs {

    /** Family of the jobs of all runs: of generations and fine-tunings. */
    public static final Object FAMILY = Runs.class;

    /** The rule of all runs: they wait for each other, because two at once would share the same cores. */
    public static final ISchedulingRule ONE_AT_A_TIME = new ISchedulingRule() {

        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    };

    private Runs() {
    }

    /** Puts a run behind those that wait, opens its table and tells when it ended. Called in the window's thread. */
    public static GenerateJob start(GenerationRun run, IWorkbenchPage page) {
        GenerateJob job = new GenerateJob(run);
        job.model().addListener(new Watcher(PlatformUI.getWorkbench().getDisplay()));
        if (page != null) {
            try {
                page.openEditor(new RunInput(job.model()), AditUi.RESULTS_EDITOR);
            } catch (PartInitException e) {
                ILog.get().log(e.getStatus());
            }
        }
        job.schedule();
        return job;
    }

    /** True while a run goes on or waits. */
    public static boolean busy() {
        return Job.getJobManager().find(FAMILY).length > 0;
    }

    private record Watcher(Display display) implements RunModel.Listener {

        @Override
        public void changed(RunModel run) {
            if (run.state().ended()) {
                run.removeListener(this);
                EndNotice.show(display, run.output().getFileName().toString(),
                        run.report().map(RunTexts::outcome).or(run::failure).orElse("Stopped before it began."));
            }
        }
    }
}
