package net.bioclipse.adit.assembly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.bioclipse.adit.generation.GeneratedStructure;
import net.bioclipse.adit.generation.GenerationParameters;
import net.bioclipse.adit.generation.GenerationPipeline;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine;
import net.bioclipse.adit.generation.RunControl;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.structure.io.StructureFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All rooms together on the tiny network with random weights. */
class WorkshopTest {

    private static final RunControl NOBODY = new RunControl() {

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void progress(long done, long total, String what) {
            // nobody watches
        }
    };

    @TempDir
    private Path folder;

    private ModelPackage golden() throws ModelPackageException, IOException, URISyntaxException {
        return Workshop.assemble(GoldenArraysTest.golden(), folder.resolve("golden"));
    }

    private static RunReport run(ModelPackage golden, int threads, List<GeneratedStructure> drawn, String kind,
            String batch) throws ModelPackageException, IOException {
        NeuralEngine.Options options = new NeuralEngine.Options(NeuralEngine.Device.AUTO, threads);
        GenerationRequest request = GenerationParameters.request(Map.of("kind", kind, "seed", "1", "count", "30",
                "attempts", "40", "keep", "all", "batch", batch));
        try (LoadedModel model = Workshop.engine().open(golden, options)) {
            return new GenerationPipeline(model, Workshop.assessor(Set.of()), 2).run(request,
                    (generated, assessment) -> drawn.add(generated), NOBODY);
        }
    }

    @Test
    void drawsTheSameStructuresWithAnyBatch() throws ModelPackageException, IOException, URISyntaxException {
        ModelPackage golden = golden();
        List<GeneratedStructure> drawn = new ArrayList<>();
        RunReport report = run(golden, 1, drawn, "molecule", "64");
        assertEquals(30, report.kept());
        assertEquals(0, report.valid(), "random weights were taken for chemistry");
        List<GeneratedStructure> again = new ArrayList<>();
        run(golden, 1, again, "molecule", "64");
        assertEquals(drawn, again);
        List<GeneratedStructure> sevens = new ArrayList<>();
        run(golden, 2, sevens, "molecule", "7");
        for (int i = 0; i < 30; i++) {
            assertEquals(drawn.get(i).index(), sevens.get(i).index());
            assertArrayEquals(drawn.get(i).structure().atomicNumbers(), sevens.get(i).structure().atomicNumbers());
            assertArrayEquals(drawn.get(i).structure().positions(), sevens.get(i).structure().positions(), 1e-3);
        }
    }

    @Test
    void countsCellsThatCannotBe() throws ModelPackageException, IOException, URISyntaxException {
        // Random weights give lengths and angles of either sign.
        List<GeneratedStructure> drawn = new ArrayList<>();
        RunReport report = run(golden(), 1, drawn, "crystal", "64");
        assertEquals(List.of(), drawn);
        assertEquals(RunReport.State.EXHAUSTED, report.state());
        assertEquals(Map.of("possible cell", 40L), report.refusals());
    }

    @Test
    void knowsEachFormatOnce() {
        Set<String> suffixes = new HashSet<>();
        for (StructureFormat format : Workshop.formats().formats()) {
            format.suffixes().forEach(suffix -> assertTrue(suffixes.add(suffix), suffix));
        }
        assertTrue(suffixes.containsAll(List.of(".sdf", ".mol", ".smi", ".xyz", ".extxyz", ".cif", ".csv")));
    }

    @Test
    void tellsTheVersionsThatMatter() {
        assertEquals(List.of("java", "onnxruntime"), List.copyOf(Workshop.versions().keySet()));
        assertTrue(Workshop.versions().get("onnxruntime").matches("\\d+\\.\\d+\\.\\d+"));
    }
}
