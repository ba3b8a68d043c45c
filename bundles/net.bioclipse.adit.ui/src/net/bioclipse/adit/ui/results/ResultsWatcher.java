package net.bioclipse.adit.ui.results;

import java.util.EnumSet;
import java.util.Set;
import net.bioclipse.adit.ui.rows.ResultsModel;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener;
import org.eclipse.ui.IPropertyListener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchPart;

/**
 * Watches the results editor in front for a view: tells it which results these are and what changes in them, in the window's
 * thread and not more often than it can paint.
 */
public final class ResultsWatcher {

    /** A view that shows what the editor in front holds. */
    public interface Viewer {

        /** @param results what to show from now on; null when no results are in front */
        void show(ResultsModel results);

        /** Something in the results shown has changed. */
        void changed(Set<ResultsModel.Change> changes);
    }

    private final IWorkbenchPage page;
    private final Viewer viewer;
    private final Display display;
    private final Set<ResultsModel.Change> pending = EnumSet.noneOf(ResultsModel.Change.class);
    private final ResultsModel.Listener listener = this::changed;
    private final IPropertyListener modelListener = (source, property) -> {
        if (property == ResultsEditor.PROP_MODEL) {
            look();
        }
    };
    private final IPartListener parts = new IPartListener() {
        @Override
        public void partActivated(IWorkbenchPart part) {
            look();
        }

        @Override
        public void partBroughtToTop(IWorkbenchPart part) {
            look();
        }

        @Override
        public void partClosed(IWorkbenchPart part) {
            look();
        }

        @Override
        public void partDeactivated(IWorkbenchPart part) {
            // The editor stays in front when a view is activated.
        }

        @Override
        public void partOpened(IWorkbenchPart part) {
            look();
        }
    };
    private ResultsEditor editor;
    private ResultsModel results;
    private boolean closed;

    public ResultsWatcher(IWorkbenchPage page, Display display, Viewer viewer) {
        this.page = page;
        this.display = display;
        this.viewer = viewer;
        page.addPartListener(parts);
        look();
    }

    /** The editor that is watched; null when no results are in front. */
    public ResultsEditor editor() {
        return editor;
    }

    private void look() {
        ResultsEditor now = page.getActiveEditor() instanceof ResultsEditor found ? found : null;
        if (now != editor) {
            if (editor != null) {
                editor.removePropertyListener(modelListener);
            }
            editor = now;
            if (editor != null) {
                editor.addPropertyListener(modelListener);
            }
        }
        watch(editor == null ? null : editor.results());
    }

    private void watch(ResultsModel now) {
        if (now != results) {
            if (results != null) {
                results.removeListener(listener);
            }
            results = now;
            if (results != null) {
                results.addListener(listener);
            }
            viewer.show(results);
        }
    }

    private void changed(ResultsModel.Change change) {
        synchronized (pending) {
            boolean first = pending.isEmpty();
            pending.add(change);
            if (!first) {
                return;
            }
        }
        if (!display.isDisposed()) {
            display.asyncExec(this::tell);
        }
    }

    private void tell() {
        Set<ResultsModel.Change> changes;
        synchronized (pending) {
            changes = EnumSet.copyOf(pending);
            pending.clear();
        }
        if (!closed && results != null) {
            viewer.changed(changes);
        }
    }

    /** Watches no longer. */
    public void close() {
        closed = true;
        page.removePartListener(parts);
        if (editor != null) {
            editor.removePropertyListener(modelListener);
        }
        if (results != null) {
            results.removeListener(listener);
        }
    }
}
