package net.bioclipse.adit.ui.generate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.IllegalRequestException;
import net.bioclipse.adit.generation.StructureKind;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.runs.GenerationRun;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.ui.models.CardDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** First page: what to draw, from which model, how many, and where to. */
final class WhatPage extends RequestPage {

    private static final Map<String, String> KEEP = Map.of("all", "all that are decoded, valid or not",
            "valid", "valid ones", "unique", "valid ones, each once");

    private Combo models;
    private Label about;
    private Button card;
    private Text elements;
    private PeriodicTable table;
    private Text output;

    WhatPage(RequestDraft draft, Runnable edited) {
        super("what", draft, edited);
        setTitle("Generate structures");
        setDescription("Draws new molecules or crystals from a model and checks every one.");
    }

    @Override
    public void createControl(Composite parent) {
        Composite page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(4).spacing(8, 7).applyTo(page);
        kind(page);
        model(page);
        label(page, GenerationParameters.COUNT);
        field(page, GenerationParameters.COUNT);
        label(page, GenerationParameters.ATOMS);
        field(page, GenerationParameters.ATOMS);
        label(page, GenerationParameters.FORMULA);
        field(page, GenerationParameters.FORMULA);
        label(page, GenerationParameters.KEEP);
        choice(page, GenerationParameters.KEEP, KEEP);
        elements(page);
        output(page);
        setControl(page);
        modelsFound();
    }

    private void kind(Composite page) {
        label(page, GenerationParameters.KIND);
        Composite row = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(StructureKind.values().length).applyTo(row);
        GridDataFactory.fillDefaults().span(3, 1).applyTo(row);
        for (StructureKind kind : StructureKind.values()) {
            Button button = bound(new Button(row, SWT.RADIO), GenerationParameters.KIND);
            button.setText(kind == StructureKind.CRYSTAL ? "Cr&ystals" : "&Molecules");
            button.setSelection(draft().kind() == kind);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    kindChosen(kind);
                }
            });
        }
    }

    /** A name that nobody typed follows the kind; elements of the other kind would rarely be meant. */
    private void kindChosen(StructureKind kind) {
        String name = draft().text(GenerationParameters.OUTPUT);
        StructureKind other = kind == StructureKind.CRYSTAL ? StructureKind.MOLECULE : StructureKind.CRYSTAL;
        String usual = GenerationRun.standardOutput(other).replaceFirst("\\..*", "");
        draft().set(GenerationParameters.KIND, kind.word());
        if (Path.of(name).getFileName() != null && Path.of(name).getFileName().toString().startsWith(usual)) {
            output.setText(FreeName.in(Path.of(name).toAbsolutePath().getParent(), GenerationRun.standardOutput(kind))
                    .toString());
        }
        set(GenerationParameters.KIND, kind.word());
        refreshTable();
    }

    private void model(Composite page) {
        label(page, GenerationParameters.MODEL);
        models = bound(new Combo(page, SWT.READ_ONLY), GenerationParameters.MODEL);
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.CENTER).span(2, 1).applyTo(models);
        models.addListener(SWT.Selection, event -> {
            set(GenerationParameters.MODEL, models.getText());
            refreshTable();
            describe();
        });
        card = new Button(page, SWT.PUSH);
        card.setText("Model &card…");
        card.setToolTipText("What the model was trained on and how good it is");
        card.addListener(SWT.Selection, event -> new CardDialog(getShell(), draft().model()).open());
        new Label(page, SWT.NONE);
        about = new Label(page, SWT.WRAP);
        GridDataFactory.fillDefaults().span(3, 1).hint(420, SWT.DEFAULT).grab(true, false).applyTo(about);
    }

    private void elements(Composite page) {
        label(page, GenerationParameters.ELEMENTS);
        elements = field(page, GenerationParameters.ELEMENTS);
        ((org.eclipse.swt.layout.GridData) elements.getLayoutData()).horizontalSpan = 3;
        elements.addModifyListener(event -> refreshTable());
        new Label(page, SWT.NONE);
        table = new PeriodicTable(page, chosen -> elements.setText(chosen.stream().map(z -> Element.of(z).symbol())
                .collect(Collectors.joining(","))));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(3, 1).applyTo(table);
    }

    private void output(Composite page) {
        label(page, GenerationParameters.OUTPUT);
        output = field(page, GenerationParameters.OUTPUT);
        ((org.eclipse.swt.layout.GridData) output.getLayoutData()).horizontalSpan = 2;
        Button browse = new Button(page, SWT.PUSH);
        browse.setText("Bro&wse…");
        browse.setToolTipText("Choose the folder and the name of the file");
        browse.addListener(SWT.Selection, event -> {
            FileDialog dialog = new FileDialog(getShell(), SWT.SAVE);
            dialog.setFileName(output.getText());
            String chosen = dialog.open();
            if (chosen != null) {
                output.setText(chosen);
            }
        });
    }

    /** The list of models is read in the background; this shows it. */
    void modelsFound() {
        if (models == null || models.isDisposed()) {
            return;
        }
        List<String> names = draft().models().stream().map(ModelPackage::id).toList();
        models.setItems(names.toArray(String[]::new));
        int index = names.indexOf(draft().text(GenerationParameters.MODEL));
        if (index < 0 && !names.isEmpty()) {
            index = 0;
            draft().set(GenerationParameters.MODEL, names.get(0));
        }
        models.select(index);
        refreshTable();
        describe();
    }

    private void describe() {
        card.setEnabled(!draft().models().isEmpty());
        about.setText(draft().models().isEmpty() ? "" : draft().model().description());
        about.getParent().layout();
    }

    private void refreshTable() {
        SortedSet<Integer> known = new TreeSet<>();
        try {
            ModelPackage.Kind kind = draft().model().kinds().get(draft().kind().word());
            if (kind != null) {
                known.addAll(kind.elements());
            }
        } catch (IllegalRequestException e) {
            // Said below the title; the table shows no element then.
            known.clear();
        }
        SortedSet<Integer> chosen = new TreeSet<>();
        for (String symbol : elements.getText().split(",")) {
            Element.ofSymbol(symbol.strip()).ifPresent(element -> chosen.add(element.number()));
        }
        table.show(known, chosen);
    }

    PeriodicTable table() {
        return table;
    }
}
