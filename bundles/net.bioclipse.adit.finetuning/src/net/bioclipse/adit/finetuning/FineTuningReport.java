package net.bioclipse.adit.finetuning;

import java.nio.file.Path;
import java.util.List;
import net.bioclipse.adit.modelpackage.ModelPackage;

/**
 * What came out.
 *
 * @param model       the new package
 * @param data        what was learned from and what was refused
 * @param refused     table of the refused records, beside the package because it names files
 * @param outcome     how training ended
 * @param comparisons samples before and after, one for each kind; empty when none were asked for
 */
public record FineTuningReport(ModelPackage model, TrainingSet data, Path refused, TrainingOutcome outcome,
        List<Comparison> comparisons) {
}
