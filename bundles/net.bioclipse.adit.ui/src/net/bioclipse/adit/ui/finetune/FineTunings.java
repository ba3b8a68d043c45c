package net.bioclipse.adit.ui.finetune;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.ui.run.EndNotice;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** The fine-tunings since the workbench was started; starts them and shows the newest. */
public final class FineTunings {

    private static final List<FineTuneJob> ALL = new CopyOnWriteArrayList<>();

    private FineTunings() {
    }

    /** All, the newest last. */
    public static List<FineTuneJob> all() {
        return List.copyOf(ALL);
    }

    /** Puts a fine-tuning behind the runs that wait, and shows it. Called in the window's thread. */
    static FineTuneJob start(Map<String, String> texts, ModelPackage base, IWorkbenchPage page) {
        FineTuneJob job = new FineTuneJob(texts, base);
        ALL.add(job);
        job.model().addListener(new Watcher(PlatformUI.getWorkbench().getDisplay()));
        if (page != null) {
            try {
                ((FineTuneView) page.showView(FineTuneView.ID)).show(job);
            } catch (PartInitException e) {
                ILog.get().log(e.getStatus());
            }
        }
        job.schedule();
        return job;
    }

    /** Goes on from the last checkpoint of one that was cancelled or failed. */
    static FineTuneJob resume(FineTuneJob ended, IWorkbenchPage page) {
        Map<String, String> texts = new HashMap<>(ended.texts());
        texts.put(FineTuningParameters.RESUME.name(), "true");
        ALL.remove(ended);
        return start(texts, ended.base(), page);
    }

    private record Watcher(Display display) implements TuningModel.Listener {

        @Override
        public void changed(TuningModel model) {
            if (model.state().ended()) {
                model.removeListener(this);
                EndNotice.show(display, "Fine-tuning " + model.name(), brief(model.state()));
            }
        }

        /** The notice has room for one short line; the view says the rest. */
        private static String brief(TuningModel.State state) {
            return switch (state) {
                case COMPLETE -> "The new model is ready.";
                case CANCELLED -> "Cancelled.";
                default -> "It failed; the view Fine-tuning says why.";
            };
        }
    }
}
