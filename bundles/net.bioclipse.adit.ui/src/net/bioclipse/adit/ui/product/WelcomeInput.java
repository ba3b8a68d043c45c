package net.bioclipse.adit.ui.product;

import net.bioclipse.adit.ui.AditUi;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.ui.IEditorInput;
import org.eclipse.ui.IPersistableElement;

/** There is one welcome page, so all inputs of it are equal. */
record WelcomeInput() implements IEditorInput {

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public ImageDescriptor getImageDescriptor() {
        return AditUi.icon("adit");
    }

    @Override
    public String getName() {
        return "Welcome";
    }

    @Override
    public String getToolTipText() {
        return "First steps with Bioclipse ADiT";
    }

    @Override
    public IPersistableElement getPersistable() {
        return null;
    }

    @Override
    public <T> T getAdapter(Class<T> type) {
        return null;
    }
}
