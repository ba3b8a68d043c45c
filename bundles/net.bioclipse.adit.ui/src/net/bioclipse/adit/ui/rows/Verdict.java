package net.bioclipse.adit.ui.rows;

import java.util.Optional;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Finding;

/** What the checks say about a row, from good to bad. */
public enum Verdict {

    VALID("valid"), DOUBTFUL("doubtful"), INVALID("invalid"), UNREADABLE("unreadable"), PENDING("");

    private final String word;

    Verdict(String word) {
        this.word = word;
    }

    /** As it stands in the table; empty while the checks are still to come. */
    public String word() {
        return word;
    }

    static Verdict of(Assessment assessment) {
        return !assessment.valid() ? INVALID : assessment.plausible() ? VALID : DOUBTFUL;
    }

    /** The failed check that decided, with its message; empty when none failed. */
    static String reason(Assessment assessment) {
        Optional<Finding> failed =
                assessment.failure().or(() -> assessment.firstFailed(Assessment.Family.PLAUSIBILITY));
        return failed.map(f -> f.message().isEmpty() ? f.check() : f.check() + ": " + f.message()).orElse("");
    }

    /** The verdict of a word; {@link #PENDING} for every other text. */
    static Verdict ofWord(String word) {
        for (Verdict verdict : values()) {
            if (verdict.word.equals(word)) {
                return verdict;
            }
        }
        return PENDING;
    }
}
