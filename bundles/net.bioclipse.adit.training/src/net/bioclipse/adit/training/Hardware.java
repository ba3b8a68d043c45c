package net.bioclipse.adit.training;

import java.util.Locale;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Where to compute and how finely.
 *
 * @param device   cpu or cuda
 * @param bfloat16 whether hidden matrices are multiplied in bfloat16
 */
record Hardware(Device device, boolean bfloat16) {

    /** Finer than bfloat16 rounds (2⁻⁹), coarser than float32 sums differ. */
    private static final double ROUNDING = 1e-4;
    private static final double CLEARLY_FASTER = 1.3;

    /** @param kept the precision of the training that goes on; null for a new one */
    static Hardware choose(TrainingPlan plan, Boolean kept) {
        boolean cuda = cuda(plan.device());
        fastFloat32();
        boolean bfloat16 = kept != null ? kept : switch (plan.precision()) {
            case "bfloat16" -> true;
            case "float32" -> false;
            default -> cuda || Bfloat16.isMultipliedHere(torch.get_cpu_capability().getString()) && isBfloat16Faster();
        };
        return new Hardware(new Device(cuda ? "cuda" : "cpu"), bfloat16);
    }

    private static boolean cuda(String device) {
        boolean present = !device.equals("cpu") && torch.cuda_is_available();
        if (device.equals("cuda") && !present) {
            throw new TrainingException("The device cuda was asked for; this libtorch or this machine has no CUDA; "
                    + "the device cpu, or libtorch for CUDA and its driver, would be right (plan.json).");
        }
        return present;
    }

    /**
     * oneDNN multiplies float32 matrices twice as fast as OpenBLAS does. libtorch gives them to it only together with the
     * permission to round to bfloat16, of which oneDNN makes use where the processor has matrix tiles: then not.
     */
    private static void fastFloat32() {
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Tensor a = ramp(256);
            Tensor b = ramp(128);
            Tensor exact = torch.mm(a, b.t());
            torch.globalContext().setFloat32MatmulPrecision("medium");
            double difference = torch.mm(a, b.t()).sub(exact).abs().max().item_float() / exact.abs().max().item_float();
            if (difference > ROUNDING) {
                torch.globalContext().setFloat32MatmulPrecision("highest");
            }
        }
    }

    private static boolean isBfloat16Faster() {
        try (PointerScope scope = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Tensor x = ramp(1024);
            Tensor w = ramp(768);
            Tensor shortX = x.to(torch.ScalarType.BFloat16);
            Tensor shortW = w.to(torch.ScalarType.BFloat16);
            return seconds(x, w) > CLEARLY_FASTER * seconds(shortX, shortW);
        }
    }

    private static Tensor ramp(int rows) {
        float[] values = new float[rows * 192];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.sin(i);
        }
        return Tensor.create(values, rows, 192);
    }

    /** The shortest of some trials; the first ones also prepare the kernels. */
    private static double seconds(Tensor x, Tensor w) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 8; i++) {
            long start = System.nanoTime();
            torch.linear(x, w).close();
            best = Math.min(best, System.nanoTime() - start);
        }
        return best * 1e-9;
    }

    /** For people: "CPU, 2 threads, bfloat16". */
    String shown(int threads) {
        return String.format(Locale.ROOT, "%s, %s", device.is_cuda() ? "CUDA"
                : "CPU, " + threads + (threads == 1 ? " thread" : " threads"), bfloat16 ? "bfloat16" : "float32");
    }
}
