package net.bioclipse.adit.ui.plots;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.io.StructureFormats;
import net.bioclipse.adit.ui.rows.Column;
import net.bioclipse.adit.ui.rows.RecordFile;
import net.bioclipse.adit.ui.rows.ResultsModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlotDataTest {

    @TempDir
    private Path folder;

    private ResultsModel model() throws IOException {
        String frames = IntStream.rangeClosed(1, 4).mapToObj(n -> n + "\n" + (n == 3 ? "" : "v=" + n * n / 2.0
                + " Properties=species:S:1:pos:R:3") + "\n" + IntStream.range(0, n).mapToObj(i -> "He 0 0 " + 4 * i + "\n")
                .reduce("", String::concat)).reduce("", String::concat);
        Path file = Files.writeString(folder.resolve("four.xyz"), frames);
        ResultsModel model = new ResultsModel(RecordFile.open(file, StructureFormats.BUILT_IN, () -> false),
                structure -> new Assessment(List.of(), List.of(), new int[0], Map.of(), Optional.empty()));
        model.loader().run(() -> false, progress -> { });
        model.refresh(() -> false);
        return model;
    }

    @Test
    void takesTheRowsThatHaveBothNumbers() throws IOException {
        ResultsModel model = model();
        model.select(new int[] {1});
        PlotData data = PlotData.of(model, Column.ATOMS, model.table().column("v").orElseThrow());
        assertArrayEquals(new int[] {0, 1, 3}, data.rows());
        assertArrayEquals(new double[] {1, 2, 4}, data.x());
        assertArrayEquals(new double[] {0.5, 2, 8}, data.y());
        assertArrayEquals(new boolean[] {false, true, false}, data.selected());
    }

    @Test
    void countsWholeNumbersInBinsOfTheirOwn() throws IOException {
        PlotData data = PlotData.of(model(), Column.ATOMS, null);
        double[] edges = data.binEdges();
        assertArrayEquals(new double[] {0.5, 1.5, 2.5, 3.5, 4.5}, edges);
        assertArrayEquals(new int[] {1, 1, 1, 1}, data.counts(edges, i -> true));
    }

    @Test
    void losesNoPointAtTheEndsOfTheRange() {
        double[] x = IntStream.range(0, 1000).mapToDouble(i -> Math.sin(i)).toArray();
        PlotData data = new PlotData(new int[1000], x, new double[0], new boolean[1000]);
        assertEquals(1000, Arrays.stream(data.counts(data.binEdges(), i -> true)).sum());
    }

    @Test
    void survivesNoPointsAndEqualPoints() {
        PlotData none = new PlotData(new int[0], new double[0], new double[0], new boolean[0]);
        assertEquals(0, Arrays.stream(none.counts(none.binEdges(), i -> true)).sum());
        PlotData equal = new PlotData(new int[2], new double[] {0.3, 0.3}, new double[0], new boolean[2]);
        assertEquals(2, Arrays.stream(equal.counts(equal.binEdges(), i -> true)).sum());
    }

    @Test
    void findsTheRowsInARectangleOfThePicture() throws IOException {
        ResultsModel model = model();
        PlotData data = PlotData.of(model, Column.ATOMS, model.table().column("v").orElseThrow());
        Chart chart = Chart.scatter(data, "atoms", "v", new Chart.Colours(0xFFFFFF, 0), 400, 300);
        double left = chart.area().getX();
        double right = chart.area().getMaxX();
        assertArrayEquals(new int[] {0, 1, 3}, data.within(chart.x(left), chart.x(right), chart.y(chart.area().getMaxY()),
                chart.y(chart.area().getY())));
        double middle = left + (3 - chart.lowX()) / (chart.highX() - chart.lowX()) * (right - left);
        assertEquals(3, chart.x(middle), 1e-9);
        assertArrayEquals(new int[] {3}, data.within(chart.x(middle), chart.x(right), -1, 100));
    }

    @Test
    void drawsEveryKindOfPlotDifferently() throws IOException {
        ResultsModel model = model();
        PlotData data = PlotData.of(model, Column.ATOMS, null);
        Chart.Colours colours = new Chart.Colours(0x202020, 0xEEEEEE);
        Chart histogram = Chart.histogram(data, "atoms", colours, 300, 200);
        Map<String, Long> stages = new LinkedHashMap<>(Map.of("rows", 4L));
        Chart funnel = Chart.funnel(stages, colours, 300, 200);
        assertTrue(histogram.hasValues() && !funnel.hasValues());
        assertTrue(colours(histogram) > 3 && colours(funnel) > 3);
        assertEquals(0x202020, histogram.image().getRGB(1, 1) & 0xFFFFFF);
    }

    private static long colours(Chart chart) {
        return IntStream.range(0, 300 * 200).map(i -> chart.image().getRGB(i % 300, i / 300)).distinct().count();
    }

    @Test
    void countsTheStagesOfAFile() throws IOException {
        assertEquals(Map.of("rows", 4L, "checked", 4L, "readable", 4L, "valid", 4L, "plausible", 4L), Funnel.of(model()));
    }

    @Test
    void takesTheStagesOfTheRunThatMadeAFile() throws IOException {
        ResultsModel model = model();
        Path record = folder.resolve("four.xyz.run.json");
        Files.writeString(record, "{\"counts\": {\"asked\": 4, \"drawn\": 9, \"decoded\": 8, \"valid\": 6, \"plausible\": 1,"
                + " \"unique\": 5, \"novel\": 4, \"kept\": 4}}");
        assertEquals("[drawn=9, decoded=8, valid=6, unique=5, novel=4, kept=4]", Funnel.of(model).entrySet().toString());
        for (String damaged : List.of("", "{", "{\"counts\": []}", "{\"counts\": {\"drawn\": \"many\"}}")) {
            Files.writeString(record, damaged);
            assertEquals(4, Funnel.of(model).get("rows"), damaged);
        }
    }
}
