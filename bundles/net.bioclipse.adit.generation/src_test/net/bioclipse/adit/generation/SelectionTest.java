package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.StructureFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SelectionTest {

    private static final StructureFilter SMALL = (structure, assessment) -> structure.atomCount() < 5 ? Optional.of("small")
            : Optional.empty();

    private final List<GeneratedStructure> kept = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    private RunReport run(StructureAssessor assessor, Selection selection, String... texts) throws IOException {
        return new GenerationPipeline(new ToyModel(), assessor, Optional.empty(), selection, EqualIdentities::new, 2).run(
                ToyModel.request(texts), new ResultSink() {

            @Override
            public void accept(GeneratedStructure generated, Assessment assessment) {
                kept.add(generated);
            }

            @Override
            public void refused(GeneratedStructure generated, Assessment assessment, Finding why) {
                refused.add(why.check());
            }
        }, TestControl.patient());
    }

    @Test
    void whatIsKnownIsCountedAndNotKept() throws IOException {
        RunReport report = run(ToyModel::assess, new Selection(Optional.of(SMALL), List.of()), "keep", "valid", "count", "8");
        assertTrue(kept.stream().allMatch(generated -> generated.structure().atomCount() >= 5));
        assertTrue(report.refusals().get("known") > 0);
        assertEquals(report.valid() - report.refusals().get("known"), report.kept());
        assertTrue(report.novel().getAsLong() < report.unique());
        assertEquals(report.decoded() - report.kept(), refused.size());
    }

    @Test
    void whatIsFilteredOutIsNotKeptButNoveltyIsNotAsked() throws IOException {
        RunReport report = run(ToyModel::assess, new Selection(Optional.empty(), List.of(SMALL)), "keep", "valid", "count",
                "8");
        assertTrue(kept.stream().allMatch(generated -> generated.structure().atomCount() >= 5));
        assertEquals(report.valid() - report.refusals().get("filter"), report.kept());
        assertEquals(OptionalLong.empty(), report.novel());
    }

    @Test
    void aRepeatedStructureIsRefusedAsSuch() throws IOException {
        RunReport report = run(ToyModel::assess, Selection.ALL, "keep", "unique", "count", "12");
        assertEquals(report.valid() - report.unique(), refused.stream().filter("repeated"::equals).count());
        assertTrue(!report.refusals().containsKey("repeated"), report.refusals().toString());
    }

    @Test
    void plausibleStructuresAreCountedWhenPlausibilityWasChecked() throws IOException {
        assertEquals(OptionalLong.empty(), run(ToyModel::assess, Selection.ALL, "count", "3").plausible());
        RunReport report = run(structure -> {
            List<Finding> findings = new ArrayList<>(ToyModel.assess(structure).findings());
            findings.add(new Finding("size", structure.atomCount() >= 5, "", Family.PLAUSIBILITY));
            return new Assessment(findings, List.of(), new int[0], Map.of(), Optional.empty());
        }, Selection.ALL, "keep", "valid", "count", "9");
        long small = kept.subList(3, 12).stream().filter(generated -> generated.structure().atomCount() < 5).count();
        assertEquals(report.valid() - small, report.plausible().getAsLong());
    }
}
