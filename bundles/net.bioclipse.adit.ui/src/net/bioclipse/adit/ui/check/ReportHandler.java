package net.bioclipse.adit.ui.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.ui.results.ReportJob;
import net.bioclipse.adit.ui.results.ResultsEditor;
import net.bioclipse.adit.ui.rows.RecordFile;
import net.bioclipse.adit.ui.rows.ResultsModel;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Checks the chosen files, or the file of the editor, and shows the report page of each. */
public final class ReportHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        for (IFile file : ChosenFiles.of(event, window.getShell(), "Report")) {
            Path path = file.getLocation().toFile().toPath();
            IWorkbenchPage page = window.getActivePage();
            Job.create("Opening " + file.getName(), (ICoreRunnable) monitor -> {
                try {
                    report(RecordFile.open(path, Workshop.formats(), monitor::isCanceled), page);
                } catch (IOException | IllegalArgumentException e) {
                    throw new CoreException(Status.error(e.getMessage()));
                }
            }).schedule();
        }
        return null;
    }

    private static void report(RecordFile file, IWorkbenchPage page) {
        ResultsModel model = new ResultsModel(file, ResultsEditor.assessor());
        ReportJob.of(model, IntStream.range(0, file.size()).toArray(), page, () -> {
            try {
                file.close();
            } catch (IOException e) {
                Platform.getLog(ReportHandler.class).warn("Closing " + file.place(), e);
            }
        }).schedule();
    }
}
