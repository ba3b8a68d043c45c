package net.bioclipse.adit.ui.generate;

import java.nio.file.Path;
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
import net.bioclipse.adit.ui.AditUi;
import net.bioclipse.adit.ui.parameters.ModelChoice;
import net.bioclipse.adit.ui.parameters.ParameterPage;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;

/** First page: what to draw, from which model, how many, and where to. */
final class WhatPage extends ParameterPage<RequestDraft> {

    private static final Map<String, String> KEEP = Map.of("all", "all that are decoded, valid or not",
            "valid", "valid ones", "unique", "valid ones, each once");

    private ModelChoice model;
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
        model = modelChoice(page, "M&odel:", GenerationParameters.MODEL);
        row(page, "N&umber:", GenerationParameters.COUNT);
        row(page, "&Atoms in each:", GenerationParameters.ATOMS);
        row(page, "&Formula:", GenerationParameters.FORMULA);
        choice(page, "&Keep:", GenerationParameters.KEEP, KEEP);
        elements(page);
        output(page);
        setControl(page);
        modelsFound();
    }

    private void kind(Composite page) {
        label(page, "Generate:", GenerationParameters.KIND);
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
    }

    private void elements(Composite page) {
        elements = row(page, "&Elements:", GenerationParameters.ELEMENTS);
        wide(elements, 3);
        new Label(page, SWT.NONE);
        table = new PeriodicTable(page, chosen -> elements.setText(chosen.stream().map(z -> Element.of(z).symbol())
                .collect(Collectors.joining(","))));
        GridDataFactory.fillDefaults().align(SWT.BEGINNING, SWT.BEGINNING).span(3, 1).applyTo(table);
    }

    private void output(Composite page) {
        label(page, "F&ile:", GenerationParameters.OUTPUT);
        Composite strip = strip(page);
        output = field(strip, GenerationParameters.OUTPUT);
        AditUi.name(output, "File");
        push(strip, "Bro&wse…", "Choose the folder and the name of the file", () -> {
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
        model.modelsFound();
        refreshTable();
    }

    /** Shows which elements the model knows for the kind, and which are chosen. */
    void refreshTable() {
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
}
