package net.bioclipse.adit.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.report.Report;
import net.bioclipse.adit.report.Summary;
import net.bioclipse.adit.structure.io.AtomicFile;

/** The HTML page beside what is printed; it appears whole, at the end. */
final class PageCheckReport implements CheckReport, AutoCloseable {

    private final AtomicFile file;
    private final Report report;
    private final String title;
    private final Map<String, String> settings;
    private final Map<String, String> versions;

    /**
     * @param place    the file to write
     * @param report   with its reference, if there is one
     * @param settings as the user would write them
     */
    PageCheckReport(Path place, Report report, String title, Map<String, String> settings, Map<String, String> versions)
            throws IOException {
        this.file = AtomicFile.create(place);
        this.report = report;
        this.title = title;
        this.settings = settings;
        this.versions = versions;
    }

    @Override
    public void begin() {
        // The page is written in the end.
    }

    @Override
    public void add(CheckedStructure checked) {
        report.add(checked.label(), checked.entry().structure(), checked.assessment(), checked.selection().refusal());
    }

    @Override
    public void end(CheckTally tally, List<String> problems) {
        Summary summary = new Summary(title, "", tally.stages(), tally.reasons(), settings, versions, problems);
        try (OutputStream stream = file.stream()) {
            report.write(summary, stream);
            file.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
