package net.bioclipse.adit.ui;

import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.jface.dialogs.IDialogSettings;
import org.eclipse.jface.resource.ImageDescriptor;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.PlatformUI;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.Version;

/** Names and places that the windows of this bundle share. */
public final class AditUi {

    /** Name of this bundle, and first part of all names in plugin.xml. */
    public static final String ID = "net.bioclipse.adit.ui";

    /** The editor of results. */
    public static final String RESULTS_EDITOR = ID + ".results.editor";

    /** Data key under which a control says which place of the window it is, see {@link #help}. */
    public static final String HELP = ID + ".help";

    private AditUi() {
    }

    /**
     * Names the place of the window that a control is, for F1.
     *
     * @param place id of a context in help/contexts.xml
     */
    public static void help(Control control, String place) {
        control.setData(HELP, place);
        PlatformUI.getWorkbench().getHelpSystem().setHelp(control, ID + "." + place);
    }

    /**
     * Says what a control is to those who do not see it; for controls whose label is no part of them.
     *
     * @param name a label, its mark for a key and its colon are left out
     */
    public static void name(Control control, String name) {
        String plain = name.replace("&", "").replaceFirst(":$", "");
        control.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = plain));
    }

    /** @param name of a file in the folder icons, without suffix */
    public static ImageDescriptor icon(String name) {
        return ResourceLocator.imageDescriptorFromBundle(ID, "icons/" + name + ".svg")
                .orElseGet(ImageDescriptor::getMissingImageDescriptor);
    }

    /** Version of the program, as run records name it. */
    public static String version() {
        Version version = FrameworkUtil.getBundle(AditUi.class).getVersion();
        return version.getMajor() + "." + version.getMinor() + "." + version.getMicro();
    }

    /** Preferences of this workspace. */
    public static IEclipsePreferences preferences() {
        return InstanceScope.INSTANCE.getNode(ID);
    }

    /** What a dialog remembers. */
    public static IDialogSettings remembered(String dialog) {
        IDialogSettings all = PlatformUI.getDialogSettingsProvider(FrameworkUtil.getBundle(AditUi.class))
                .getDialogSettings();
        IDialogSettings section = all.getSection(dialog);
        return section == null ? all.addNewSection(dialog) : section;
    }

    /** Where the program lies: by {@code adit.home} or {@code ADIT_HOME}, else the folder of the product. */
    public static Path home() {
        String home = System.getProperty("adit.home", System.getenv("ADIT_HOME"));
        if (home != null && !home.isEmpty()) {
            return Path.of(home);
        }
        return Path.of(Platform.getInstallLocation().getURL().getPath());
    }
}
