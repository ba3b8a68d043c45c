package net.bioclipse.adit.ui.results;

import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import net.bioclipse.adit.assembly.Workshop;
import net.bioclipse.adit.report.Report;
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.rows.ResultsModel;
import net.bioclipse.adit.ui.rows.RowReport;
import net.bioclipse.adit.ui.run.WorkspaceFiles;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.browser.IWorkbenchBrowserSupport;

/** Makes the report page of some rows in the background and shows it in a browser. */
public final class ReportJob {

    private ReportJob() {
    }

    /** "NAME.report.html" beside the file of the rows. */
    public static Path place(ResultsModel model) {
        Path file = model.table().source().place();
        return file.resolveSibling(file.getFileName() + ".report.html");
    }

    /**
     * A job that writes {@link #place} and then opens it.
     *
     * @param rows  as one wants them on the page
     * @param after run at the end, also without success
     */
    public static Job of(ResultsModel model, int[] rows, IWorkbenchPage page, Runnable after) {
        Path file = place(model);
        Display display = page.getWorkbenchWindow().getShell().getDisplay();
        return ResultsJobs.withRows("Report on " + rows.length + " rows", rows.length, (done, cancelled) -> {
            try {
                Map<String, String> versions = new LinkedHashMap<>(Map.of("adit", AditUi.version()));
                versions.putAll(Workshop.versions());
                RowReport report = new RowReport(model, new Report(Workshop.depictor()), Workshop.sameness());
                if (report.write(rows, file, versions, done, cancelled)) {
                    WorkspaceFiles.refresh(file);
                    display.asyncExec(() -> show(file, page));
                }
            } finally {
                after.run();
            }
        });
    }

    /** Opens a page in the browser that the preferences choose: one within the window where the system has it. */
    private static void show(Path file, IWorkbenchPage page) {
        try {
            page.getWorkbenchWindow().getWorkbench().getBrowserSupport()
                    .createBrowser(IWorkbenchBrowserSupport.AS_EDITOR | IWorkbenchBrowserSupport.NAVIGATION_BAR,
                            file.toString(), file.getFileName().toString(), file.toString())
                    .openURL(file.toUri().toURL());
        } catch (PartInitException | MalformedURLException e) {
            NotificationPopup.forShell(page.getWorkbenchWindow().getShell()).title("Report", true)
                    .text("No browser could be opened (" + e.getMessage() + "). The page is in '" + file + "'.")
                    .delay(20_000).open();
        }
    }
}
