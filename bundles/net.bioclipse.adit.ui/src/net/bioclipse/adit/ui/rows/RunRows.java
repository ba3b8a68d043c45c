package net.bioclipse.adit.ui.rows;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.io.StructureReader;
import net.bioclipse.adit.ui.run.RunModel;

/** The results of a run, row by row as they come; their assessments come with them. */
public final class RunRows implements RowSource {

    private final RunModel run;

    public RunRows(RunModel run) {
        this.run = run;
    }

    public RunModel run() {
        return run;
    }

    @Override
    public Path place() {
        return run.output();
    }

    @Override
    public int size() {
        return run.size();
    }

    @Override
    public Row row(int index) {
        return row(run.result(index));
    }

    private static Row row(RunModel.Result result) {
        Origin origin = new Origin(result.generated().seed(), result.generated().index());
        return Row.of(new StructureReader.Entry(result.generated().structure(), origin.name()), Map.of());
    }

    @Override
    public List<Row> rows(int from, int to) {
        return run.resultsFrom(from).stream().limit(to - from).map(RunRows::row).toList();
    }

    @Override
    public Optional<Assessment> assessment(int index) {
        return Optional.of(run.result(index).assessment());
    }

    /** The run keeps its results; there is nothing to close. */
    @Override
    public void close() {
    }
}
