package net.bioclipse.adit.ui.models;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.modelpackage.ModelCatalogue;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.ui.AditUi;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.ScopedPreferenceStore;

/** The installed models: card, verification, adding, removing, default. Reading and copying happen behind the window. */
public final class ModelsPage extends PreferencePage implements IWorkbenchPreferencePage {

    /** Work with files that ends in a sentence for the user. */
    @FunctionalInterface
    private interface Work {

        String done() throws IOException, ModelPackageException;
    }

    private Table table;
    private List<ModelCatalogue.Entry> entries = List.of();
    private String standard;

    @Override
    public void init(IWorkbench workbench) {
        setPreferenceStore(ComputingPage.store());
        standard = getPreferenceStore().getString(GenerationParameters.MODEL.name());
    }

    @Override
    protected Control createContents(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        AditUi.help(page, "models");
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(page);
        Label where = new Label(page, SWT.WRAP);
        where.setText("Models in " + InstalledModels.folder() + ":");
        GridDataFactory.fillDefaults().span(2, 1).hint(420, SWT.DEFAULT).applyTo(where);
        table = new Table(page, SWT.BORDER | SWT.FULL_SELECTION | SWT.SINGLE);
        AditUi.name(table, "Installed models");
        table.setHeaderVisible(true);
        table.setToolTipText("Installed models");
        column("Model", 150);
        column("Generates", 160);
        column("State", 160);
        GridDataFactory.fillDefaults().grab(true, true).hint(470, 220).applyTo(table);
        Composite buttons = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(buttons);
        button(buttons, "&Card…", "What the model was trained on and how good it is", this::card);
        button(buttons, "&Verify", "Reads every byte of all models and compares the checksums",
                () -> read("All checksums agree."));
        button(buttons, "Make &default", "The wizard begins with this model", this::makeDefault);
        button(buttons, "Add &folder…", "Copies a model from a folder", this::addFolder);
        button(buttons, "Add &zip…", "Copies a model out of a zip file", this::addZip);
        button(buttons, "&Remove…", "Deletes the model from the disk", this::remove);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(buttons);
        read(null);
        return page;
    }

    private void column(String title, int width) {
        TableColumn column = new TableColumn(table, SWT.NONE);
        column.setText(title);
        column.setWidth(width);
    }

    private static void button(Composite parent, String text, String tip, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, event -> action.run());
        GridDataFactory.fillDefaults().grab(true, false).applyTo(button);
    }

    private void read(String praise) {
        inBackground("Reading the models…", () -> praise);
    }

    /** Does the work, reads the folder again and shows it. */
    private void inBackground(String title, Work work) {
        Display display = table.getDisplay();
        setMessage(title, IMessageProvider.INFORMATION);
        Job.create(title, monitor -> {
            String said;
            boolean failed = false;
            List<ModelCatalogue.Entry> found = List.of();
            try {
                said = work.done();
                found = InstalledModels.entries();
            } catch (IOException | ModelPackageException e) {
                said = e.getMessage();
                failed = true;
                found = entries;
            }
            String text = said;
            boolean wrong = failed;
            List<ModelCatalogue.Entry> shown = found;
            display.asyncExec(() -> {
                if (!table.isDisposed()) {
                    show(shown);
                    boolean damaged = shown.stream().anyMatch(entry -> entry.problem().isPresent());
                    setMessage(damaged && !wrong ? "A model is damaged." : text,
                            wrong ? IMessageProvider.ERROR
                                    : damaged ? IMessageProvider.WARNING : IMessageProvider.INFORMATION);
                }
            });
            return Status.OK_STATUS;
        }).schedule();
    }

    private void show(List<ModelCatalogue.Entry> found) {
        entries = found;
        table.removeAll();
        for (ModelCatalogue.Entry entry : found) {
            String kinds = entry.modelPackage().map(model -> String.join("s, ", model.kinds().keySet()) + "s").orElse("");
            String state = entry.problem().orElse(entry.name().equals(standard) ? "default" : "installed");
            new TableItem(table, SWT.NONE).setText(new String[] {entry.name(), kinds, state});
        }
        if (!found.isEmpty()) {
            table.select(0);
        }
    }

    private ModelCatalogue.Entry chosen() {
        int index = table.getSelectionIndex();
        if (index < 0) {
            setMessage("Choose a model in the list first.", IMessageProvider.INFORMATION);
            return null;
        }
        return entries.get(index);
    }

    private void card() {
        ModelCatalogue.Entry entry = chosen();
        if (entry != null && entry.modelPackage().isPresent()) {
            new CardDialog(getShell(), entry.modelPackage().get()).open();
        }
    }

    private void makeDefault() {
        ModelCatalogue.Entry entry = chosen();
        if (entry != null && entry.modelPackage().isPresent()) {
            standard = entry.name();
            show(entries);
        }
    }

    private void addFolder() {
        add(new DirectoryDialog(getShell()).open());
    }

    private void addZip() {
        FileDialog dialog = new FileDialog(getShell(), SWT.OPEN);
        dialog.setFilterExtensions("*.zip", "*");
        add(dialog.open());
    }

    private void add(String source) {
        if (source != null) {
            inBackground("Adding " + source + "…", () -> {
                ModelPackage model = ModelFiles.add(Path.of(source), InstalledModels.folder());
                return "Added " + model.id() + ".";
            });
        }
    }

    private void remove() {
        ModelCatalogue.Entry entry = chosen();
        if (entry != null && MessageDialog.openConfirm(getShell(), "Remove a model",
                "Delete " + entry.name() + " from the disk? Its folder is " + entry.directory() + ".")) {
            inBackground("Removing " + entry.name() + "…", () -> {
                ModelFiles.remove(entry.directory());
                return "Removed " + entry.name() + ".";
            });
        }
    }

    @Override
    public boolean performOk() {
        getPreferenceStore().setValue(GenerationParameters.MODEL.name(), standard);
        try {
            ((ScopedPreferenceStore) getPreferenceStore()).save();
        } catch (IOException e) {
            setErrorMessage("The settings cannot be saved: " + e.getMessage());
            return false;
        }
        return true;
    }
}
