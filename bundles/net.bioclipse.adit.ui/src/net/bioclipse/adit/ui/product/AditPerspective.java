package net.bioclipse.adit.ui.product;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.ui.IFolderLayout;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.progress.IProgressConstants;

/** Files to the left, tables in the middle, the chosen structure to the right, plots and progress below. */
public final class AditPerspective implements IPerspectiveFactory {

    public static final String ID = AditUi.ID + ".perspective";

    @Override
    public void createInitialLayout(IPageLayout layout) {
        String editors = layout.getEditorArea();
        layout.setEditorAreaVisible(true);
        layout.createFolder("left", IPageLayout.LEFT, 0.18f, editors).addView(IPageLayout.ID_PROJECT_EXPLORER);
        IFolderLayout right = layout.createFolder("right", IPageLayout.RIGHT, 0.62f, editors);
        right.addView(AditUi.ID + ".view3d");
        right.addPlaceholder(AditUi.ID + ".help");
        layout.createFolder("detail", IPageLayout.BOTTOM, 0.58f, "right").addView(AditUi.ID + ".detail");
        IFolderLayout below = layout.createFolder("below", IPageLayout.BOTTOM, 0.62f, editors);
        below.addView(AditUi.ID + ".plots");
        below.addPlaceholder(AditUi.ID + ".finetune");
        below.addView(IProgressConstants.PROGRESS_VIEW_ID);
        below.addPlaceholder("org.eclipse.pde.runtime.LogView");
        layout.addNewWizardShortcut(AditUi.ID + ".generate.wizard");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.project");
        layout.addNewWizardShortcut("org.eclipse.ui.wizards.new.folder");
        for (String view : new String[] {IPageLayout.ID_PROJECT_EXPLORER, AditUi.ID + ".view3d", AditUi.ID + ".detail",
            AditUi.ID + ".plots", AditUi.ID + ".finetune", AditUi.ID + ".welcome", AditUi.ID + ".help",
            IProgressConstants.PROGRESS_VIEW_ID,
            "org.eclipse.pde.runtime.LogView"}) {
            layout.addShowViewShortcut(view);
        }
    }
}
