package net.bioclipse.adit.training;

import net.bioclipse.adit.modelpackage.Architecture;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** What the networks are made of; x is structures × atoms × features. */
final class Layers {

    private final Weights weights;

    Layers(Weights weights) {
        this.weights = weights;
    }

    /** With a bias where there is one. The result has the type of the weights. */
    Tensor linear(Tensor x, String name) {
        Tensor weight = weights.get(name + ".weight");
        Tensor bias = weights.get(name + ".bias");
        Tensor input = x.to(weight.scalar_type());
        return bias == null ? torch.linear(input, weight)
                : torch.linear(input, weight, new TensorOptional(bias.to(weight.scalar_type())));
    }

    /** LayerNorm with gain and bias. */
    Tensor norm(Tensor x, String name) {
        return torch.layer_norm(x, new long[] {x.size(-1)}, new TensorOptional(weights.get(name + ".weight")),
                new TensorOptional(weights.get(name + ".bias")), 1e-5, false);
    }

    /** LayerNorm whose gain and bias come from outside: norm(x) (1 + scale) + shift. */
    static Tensor modulatedNorm(Tensor x, Tensor shift, Tensor scale) {
        Tensor normal = torch.layer_norm(x, new long[] {x.size(-1)}, new TensorOptional(), new TensorOptional(),
                1e-6, false);
        return torch.addcmul(shift, normal, scale.add(new Scalar(1f)));
    }

    /** Self-attention. The fused kernel calls BLAS directly, where torch.bmm makes a tensor of each small matrix. */
    Tensor attention(Tensor x, String name, int heads) {
        long b = x.size(0);
        long n = x.size(1);
        long d = x.size(2);
        TensorVector qkv = torch.unbind(linear(x, name + ".qkv").view(b, n, 3, heads, d / heads).permute(2, 0, 3, 1, 4));
        Tensor mixed = torch.scaled_dot_product_attention(qkv.get(0), qkv.get(1), qkv.get(2));
        return linear(mixed.transpose(1, 2).reshape(b, n, d), name + ".out");
    }

    Tensor feedForward(Tensor x, String name) {
        return linear(torch.gelu(linear(x, name + ".0"), "tanh"), name + ".2");
    }

    /** Linear, SiLU, linear. */
    Tensor siluPair(Tensor x, String name) {
        return linear(torch.silu(linear(x, name + ".0")), name + ".2");
    }

    /** Pre-norm Transformer layers and the norm behind them. */
    Tensor transformer(Tensor x, String network, int layers, int heads) {
        Tensor y = x;
        for (int i = 0; i < layers; i++) {
            String layer = network + ".layers." + i;
            Tensor before = y;
            y = Tensors.scoped(() -> {
                Tensor attended = before.add(attention(norm(before, layer + ".norm1"), layer + ".attention", heads));
                return attended.add(feedForward(norm(attended, layer + ".norm2"), layer + ".mlp"));
            });
        }
        return norm(y, network + ".norm");
    }

    /** sin(i π / 2048^(2k/d)) for k &lt; d/2, then the cosines; i is the position in the atom list. */
    Tensor indexEmbedding(int atoms, int width) {
        float[] values = new float[atoms * width];
        int half = width / 2;
        for (int i = 0; i < atoms; i++) {
            for (int k = 0; k < half; k++) {
                double angle = i * Math.PI / Math.pow(2048, 2.0 * k / width);
                values[i * width + k] = (float) Math.sin(angle);
                values[i * width + half + k] = (float) Math.cos(angle);
            }
        }
        return tensor(values, atoms, width);
    }

    /** 256 sinusoids of scale × t: cosines first, frequencies 10000^(−k/128). */
    Tensor timeEmbedding(float[] times, double scale) {
        int half = Architecture.TIME_FEATURES / 2;
        float[] values = new float[times.length * 2 * half];
        for (int i = 0; i < times.length; i++) {
            for (int k = 0; k < half; k++) {
                double angle = scale * times[i] * Math.pow(10000, -(double) k / half);
                values[2 * half * i + k] = (float) Math.cos(angle);
                values[2 * half * i + half + k] = (float) Math.sin(angle);
            }
        }
        return tensor(values, times.length, 2L * half);
    }

    Tensor tensor(float[] values, long... shape) {
        return Tensor.create(values, shape).to(weights.device(), torch.ScalarType.Float);
    }

    Tensor indices(int[] values, long... shape) {
        return Tensor.create(values, shape).to(weights.device(), torch.ScalarType.Long);
    }
}
