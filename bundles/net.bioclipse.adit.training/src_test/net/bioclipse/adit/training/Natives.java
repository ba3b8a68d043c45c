package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.global.torch;

/** libtorch for tests, where it was fetched. */
final class Natives {

    private static final String ABSENT = absence();

    private Natives() {
    }

    private static String absence() {
        try {
            torch.get_num_threads();
            return null;
        } catch (LinkageError e) {
            return "libtorch is not on the class path: " + e.getMessage();
        }
    }

    static void assumePresent() {
        assumeTrue(ABSENT == null, ABSENT);
    }

    static Weights weights(Architecture architecture, boolean bfloat16) {
        return new Weights(architecture, new Hardware(new Device("cpu"), bfloat16));
    }
}
