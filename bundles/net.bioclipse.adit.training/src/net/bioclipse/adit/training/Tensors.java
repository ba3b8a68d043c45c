package net.bioclipse.adit.training;

import java.util.function.Supplier;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;

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

    /** The values of a float32 tensor in main memory, row-major. */
    static float[] values(Tensor tensor) {
        try (PointerScope scope = new PointerScope()) {
            Tensor plain = tensor.contiguous();
            float[] values = new float[Math.toIntExact(plain.numel())];
            new FloatPointer(plain.data_ptr()).get(values);
            return values;
        }
    }

    static void fill(Tensor tensor, float[] values) {
        try (PointerScope scope = new PointerScope()) {
            new FloatPointer(tensor.data_ptr()).put(values);
        }
    }
}
