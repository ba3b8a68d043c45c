package net.bioclipse.adit.ui.rows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.io.StructureReader;

/** The assessments used last. The others are made again when they are wanted: a few milliseconds against a kilobyte each. */
final class AssessmentCache {

    private static final int MOST = 2000;

    private final RowSource source;
    private final StructureAssessor assessor;
    private final Map<Integer, Assessment> last = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Assessment> eldest) {
            return size() > MOST;
        }
    };

    AssessmentCache(RowSource source, StructureAssessor assessor) {
        this.source = source;
        this.assessor = assessor;
    }

    /** The assessment of a row, computed where it is not at hand. */
    Assessment of(int row, StructureReader.Entry entry) {
        Optional<Assessment> known = source.assessment(row).or(() -> cached(row));
        if (known.isPresent()) {
            return known.get();
        }
        Assessment assessment = entry.assessedBy(assessor);
        synchronized (last) {
            last.put(row, assessment);
        }
        return assessment;
    }

    private Optional<Assessment> cached(int row) {
        synchronized (last) {
            return Optional.ofNullable(last.get(row));
        }
    }
}
