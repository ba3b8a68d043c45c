package net.bioclipse.adit.ui.finetune;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bioclipse.adit.finetuning.FineTuningParameters;
import net.bioclipse.adit.modelpackage.ModelPackage;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;

/** The fine-tunings since the workbench was started; starts them and shows the newest. */
public final class FineTunings {

    private static final int NOTICE_MILLIS = 10_000;
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
        job.model().addListener(new EndNotice(PlatformUI.getWorkbench().getDisplay()));
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

    /** A small window at the corner of the screen, which goes away by itself. */
    private record EndNotice(Display display) implements TuningModel.Listener {

        @Override
        public void changed(TuningModel model) {
            if (model.state().ended() && !display.isDisposed()) {
                model.removeListener(this);
                display.asyncExec(() -> show(model));
            }
        }

        private void show(TuningModel model) {
            IWorkbenchWindow window = PlatformUI.isWorkbenchRunning()
                    ? PlatformUI.getWorkbench().getActiveWorkbenchWindow() : null;
            if (window != null) {
                NotificationPopup.forShell(window.getShell()).title("Fine-tuning " + model.name(), true)
                        .text(brief(model.state())).delay(NOTICE_MILLIS).open();
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
