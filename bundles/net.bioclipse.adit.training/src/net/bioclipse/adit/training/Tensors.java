package net.bioclipse.adit.training;

import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Between Java's arrays and libtorch's tensors. */
final class Tensors {

    private Tensors() {
    }

    /**
     * Runs some operations and frees what they leave behind, except the result and what autograd keeps: memory that is used
     * again at once is still in the processor's cache. To be called in a scope, which then holds the result.
     */
    static Tensor scoped(Supplier<Tensor> operations) {
        PointerScope outer = PointerScope.getInnerScope();
        try (PointerScope scope = new PointerScope()) {
            Tensor result = operations.get();
            outer.attach(result);
            return result;
        }
    }

    /** The values of a tensor, row-major. */
    static float[] values(Tensor tensor) {
        float[] values = new float[Math.toIntExact(tensor.numel())];
        take(tensor, values, 0);
        return values;
    }

    /** Writes the values of a tensor into an array. */
    static void take(Tensor tensor, float[] values, int offset) {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = tensor.cpu().to(torch.ScalarType.Float).contiguous();
            new FloatPointer(plain.data_ptr()).get(values, offset, Math.toIntExact(plain.numel()));
        }
    }

    /** Writes as many values as a contiguous tensor has into it. */
    static void fill(Tensor tensor, float[] values, int offset) {
        try (PointerScope scope = new PointerScope()) {
            new FloatPointer(tensor.data_ptr()).put(values, offset, Math.toIntExact(tensor.numel()));
        }
    }
}
