package net.bioclipse.adit.training;

import static org.bytedeco.pytorch.global.torch.ScalarType.BFloat16;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * The parameters as libtorch sees them: leaves of autograd that are parts of one block of memory, so that an update is one
 * copy. In bfloat16 the hidden matrices are parts of a second, rounded block. Threads may share them between updates. To be
 * made outside of any scope of pointers.
 */
final class Weights {

    private final Architecture architecture;
    private final ParameterLayout layout;
    private final Device device;
    private final Tensor block;
    private final Tensor rounded;
    private final Map<String, Tensor> leaves = new HashMap<>();

    Weights(Architecture architecture, Hardware hardware) {
        this.architecture = architecture;
        layout = new ParameterLayout(architecture);
        device = hardware.device();
        block = torch.zeros(layout.size()).to(device, torch.ScalarType.Float);
        rounded = hardware.bfloat16() ? block.to(BFloat16) : block;
        for (ParameterLayout.Parameter p : layout.all()) {
            Tensor part = (p.isHiddenMatrix() ? rounded : block).narrow(0, p.offset(), p.length());
            leaves.put(p.name(), part.view(p.shape()).detach().requires_grad_(true));
        }
    }

    Architecture architecture() {
        return architecture;
    }

    ParameterLayout layout() {
        return layout;
    }

    Device device() {
        return device;
    }

    Tensor get(String name) {
        return leaves.get(name);
    }

    /** @param values all parameters in the order of the layout */
    void set(float[] values) {
        set(values, 0, values.length);
    }

    /** Sets the parameters from one place in the layout to before another one; threads may set different ones at once. */
    void set(float[] values, int from, int to) {
        try (PointerScope inner = new PointerScope(); NoGradGuard guard = new NoGradGuard()) {
            Tensor part = block.narrow(0, from, to - from);
            if (device.is_cuda()) {
                float[] taken = to - from == values.length ? values : Arrays.copyOfRange(values, from, to);
                part.copy_(Tensor.create(taken, taken.length));
            } else {
                Tensors.fill(part, values, from);
            }
            if (rounded != block) {
                rounded.narrow(0, from, to - from).copy_(part);
            }
        }
    }

    /**
     * Takes or adds the gradient of a loss for the parameters of a range.
     *
     * @param first whether it is written over what was there
     * @param sum   in the order of the layout
     */
    void gradient(Tensor loss, ParameterLayout.Range range, boolean first, float[] sum) {
        List<ParameterLayout.Parameter> parameters = layout.in(range);
        try (PointerScope inner = new PointerScope()) {
            TensorVector inputs = new TensorVector(parameters.stream().map(p -> get(p.name())).toArray(Tensor[]::new));
            TensorVector gradients = torch.grad(new TensorVector(loss), inputs, new TensorVector(),
                    new BoolOptional(), false, true);
            for (int i = 0; i < parameters.size(); i++) {
                int offset = parameters.get(i).offset();
                int end = offset + parameters.get(i).length();
                if (!gradients.get(i).defined()) {
                    Arrays.fill(sum, offset, first ? end : offset, 0);
                } else if (first) {
                    Tensors.take(gradients.get(i), sum, offset);
                } else {
                    float[] values = Tensors.values(gradients.get(i));
                    for (int k = offset; k < end; k++) {
                        sum[k] += values[k - offset];
                    }
                }
            }
        }
    }
}
