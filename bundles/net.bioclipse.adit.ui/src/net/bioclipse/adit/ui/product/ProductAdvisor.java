package net.bioclipse.adit.ui.product;

import java.net.URL;
import net.bioclipse.adit.ui.run.Runs;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.FileLocator;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.ide.IDE;
import org.osgi.framework.Bundle;

/** How the product behaves as a whole. */
final class ProductAdvisor extends WorkbenchAdvisor {

    /** Project that a fresh workspace begins with. */
    private static final String FIRST_PROJECT = "Structures";

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        IDE.registerAdapters();
        declareImages(configurer);
    }

    /** Pictures of projects and folders that the explorer asks for by name; declaring them is the product's part. */
    private static void declareImages(IWorkbenchConfigurer configurer) {
        Bundle ide = Platform.getBundle("org.eclipse.ui.ide");
        declare(configurer, ide, IDE.SharedImages.IMG_OBJ_PROJECT, "icons/full/obj16/prj_obj.svg");
        declare(configurer, ide, IDE.SharedImages.IMG_OBJ_PROJECT_CLOSED, "icons/full/obj16/cprj_obj.svg");
        declare(configurer, ide, IDE.SharedImages.IMG_OPEN_MARKER, "icons/full/elcl16/gotoobj_tsk.svg");
    }

    private static void declare(IWorkbenchConfigurer configurer, Bundle bundle, String name, String path) {
        URL url = FileLocator.find(bundle, new Path(path));
        configurer.declareImage(name, ImageDescriptor.createFromURL(url), true);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return AditPerspective.ID;
    }

    @Override
    public String getMainPreferencePageId() {
        return "net.bioclipse.adit.ui.preferences";
    }

    @Override
    public IAdaptable getDefaultPageInput() {
        return ResourcesPlugin.getWorkspace().getRoot();
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new ProductWindow(configurer);
    }

    @Override
    public void preStartup() {
        if (ResourcesPlugin.getWorkspace().getRoot().getProjects().length == 0) {
            IProject project = ResourcesPlugin.getWorkspace().getRoot().getProject(FIRST_PROJECT);
            try {
                project.create(null);
                project.open(null);
            } catch (CoreException e) {
                ILog.get().log(e.getStatus());
            }
        }
    }

    /** A run that goes on is ended at its next step, so that what it has reaches its file. */
    @Override
    public boolean preShutdown() {
        if (Runs.busy() && !MessageDialog.openConfirm(
                PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell(), "A run goes on",
                "Stop now and keep what is done? Structures are written to their file before the window closes; a"
                        + " fine-tuning can be resumed.")) {
            return false;
        }
        Job.getJobManager().cancel(Runs.FAMILY);
        try {
            PlatformUI.getWorkbench().getProgressService().busyCursorWhile(monitor -> {
                try {
                    Job.getJobManager().join(Runs.FAMILY, monitor);
                } catch (OperationCanceledException e) {
                    monitor.setCanceled(true);
                }
            });
        } catch (java.lang.reflect.InvocationTargetException e) {
            ILog.get().error("Waiting for runs failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return true;
    }

    @Override
    public void postShutdown() {
        try {
            ResourcesPlugin.getWorkspace().save(true, null);
        } catch (CoreException e) {
            ILog.get().log(e.getStatus());
        }
    }
}
