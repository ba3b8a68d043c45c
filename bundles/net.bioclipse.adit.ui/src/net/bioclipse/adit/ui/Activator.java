package net.bioclipse.adit.ui;

import net.bioclipse.adit.ui.models.Natives;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Runs before anything else of this bundle. */
public final class Activator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        Natives.use();
    }

    @Override
    public void stop(BundleContext context) {
        // Nothing was begun.
    }
}
