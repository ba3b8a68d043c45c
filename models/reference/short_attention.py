"""Attention among at most 32 atoms as one Triton kernel on the GPU, where library kernels work on tiles of 64 and more.

One program computes one head of one structure; everything stays in registers. Checked against `Attention`'s explicit products
by `python short_attention.py` on a GPU, or by `TRITON_INTERPRET=1 python short_attention.py` without one.
"""
import torch
import triton
import triton.language as tl


@triton.jit
def softmax_of(q, k, n, scale, TILE: tl.constexpr):
    column = tl.arange(0, TILE)[None, :] < n
    scores = tl.where(column, tl.dot(q, tl.trans(k)) * scale, float("-inf"))
    weights = tl.exp(scores - tl.max(scores, 1)[:, None])
    return weights / tl.sum(weights, 1)[:, None]


@triton.jit(do_not_specialize=["n"])
def forward_kernel(qkv, out, n, heads, scale, TILE: tl.constexpr, DEPTH: tl.constexpr):
    structure, head = tl.program_id(0).to(tl.int64), tl.program_id(1)
    row, feature = tl.arange(0, TILE)[:, None], tl.arange(0, DEPTH)[None, :]
    width = heads * DEPTH
    at = qkv + (structure * n + row) * 3 * width + head * DEPTH + feature
    q = tl.load(at, mask=row < n, other=0.0)
    k = tl.load(at + width, mask=row < n, other=0.0)
    v = tl.load(at + 2 * width, mask=row < n, other=0.0)
    y = tl.dot(softmax_of(q, k, n, scale, TILE).to(v.dtype), v)
    tl.store(out + (structure * n + row) * width + head * DEPTH + feature, y, mask=row < n)


@triton.jit(do_not_specialize=["n"])
def backward_kernel(qkv, gradient, out, n, heads, scale, TILE: tl.constexpr, DEPTH: tl.constexpr):
    structure, head = tl.program_id(0).to(tl.int64), tl.program_id(1)
    row, feature = tl.arange(0, TILE)[:, None], tl.arange(0, DEPTH)[None, :]
    width = heads * DEPTH
    offset = (structure * n + row) * 3 * width + head * DEPTH + feature
    q = tl.load(qkv + offset, mask=row < n, other=0.0)
    k = tl.load(qkv + offset + width, mask=row < n, other=0.0)
    v = tl.load(qkv + offset + 2 * width, mask=row < n, other=0.0)
    dy = tl.load(gradient + (structure * n + row) * width + head * DEPTH + feature, mask=row < n, other=0.0)
    weights = softmax_of(q, k, n, scale, TILE)
    dweights = tl.dot(dy, tl.trans(v))
    dscores = (weights * (dweights - tl.sum(weights * dweights, 1)[:, None]) * scale).to(q.dtype)
    tl.store(out + offset, tl.dot(dscores, k), mask=row < n)
    tl.store(out + offset + width, tl.dot(tl.trans(dscores), q), mask=row < n)
    tl.store(out + offset + 2 * width, tl.dot(tl.trans(weights.to(dy.dtype)), dy), mask=row < n)


def launch(kernel, tensors, qkv, heads):
    b, n, width = qkv.shape[0], qkv.shape[1], qkv.shape[2] // 3
    depth = width // heads
    kernel[(b, heads)](*tensors, n, heads, depth ** -0.5, TILE=16 if n <= 16 else 32, DEPTH=depth, num_warps=2)


@torch.library.custom_op("adit::short_attention", mutates_args=())
def short_attention(qkv: torch.Tensor, heads: int) -> torch.Tensor:
    """[b, n, 3 d] (queries, keys, values; each by head) -> [b, n, d], n at most 32, d / heads a power of two from 16."""
    qkv = qkv.contiguous()
    out = qkv.new_empty(*qkv.shape[:2], qkv.shape[2] // 3)
    launch(forward_kernel, (qkv, out), qkv, heads)
    return out


@torch.library.custom_op("adit::short_attention_backward", mutates_args=())
def short_attention_backward(qkv: torch.Tensor, gradient: torch.Tensor, heads: int) -> torch.Tensor:
    qkv = qkv.contiguous()
    out = torch.empty_like(qkv)
    launch(backward_kernel, (qkv, gradient.contiguous(), out), qkv, heads)
    return out


short_attention.register_fake(lambda qkv, heads: qkv.new_empty(*qkv.shape[:2], qkv.shape[2] // 3))
short_attention_backward.register_fake(lambda qkv, gradient, heads: torch.empty_like(qkv))


def remember(ctx, inputs, output):
    ctx.save_for_backward(inputs[0])
    ctx.heads = inputs[1]


def backward(ctx, gradient):
    return short_attention_backward(ctx.saved_tensors[0], gradient, ctx.heads), None


short_attention.register_autograd(backward, setup_context=remember)


def main():
    device = "cuda" if torch.cuda.is_available() else "cpu"
    for n, heads, depth in ((3, 2, 64), (16, 1, 32), (18, 5, 64), (29, 3, 64)):
        qkv = torch.randn(4, n, 3 * heads * depth, device=device, requires_grad=True)
        q, k, v = qkv.view(4, n, 3, heads, depth).permute(2, 0, 3, 1, 4)
        right = (torch.softmax(q @ k.mT * depth ** -0.5, -1) @ v).transpose(1, 2).reshape(4, n, -1)
        found = short_attention(qkv, heads)
        gradient = torch.randn_like(right)
        difference = [(found - right).abs().max().item(), (torch.autograd.grad(found, qkv, gradient)[0]
                                                           - torch.autograd.grad(right, qkv, gradient)[0]).abs().max().item()]
        print(n, heads, depth, difference)
        assert max(difference) < 3e-2  # the tensor cores' 32-bit mode keeps ten bits


if __name__ == "__main__":
    main()
