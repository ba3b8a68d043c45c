"""Muon (Jordan et al. 2024): momentum whose direction is made orthogonal, for the matrices of Transformer layers.

Matrices of one shape are handled together, since a GPU waits for each of their many small products. They are multiplied in
bfloat16 on a GPU and in the precision of the weights on a processor: PyTorch's own Muon takes bfloat16 always, which processors
without such instructions emulate; there it took six times as long as the rest of a training step.
"""
import torch


def orthogonalised(matrices, steps=5):
    """About U V^T of the singular value decomposition of each of [k,m,n], by the quintic Newton-Schulz iteration."""
    x = matrices.bfloat16() if matrices.is_cuda else matrices
    x = x.mT if x.shape[1] > x.shape[2] else x
    x = x / x.norm(dim=(1, 2), keepdim=True).clamp(min=1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = torch.baddbmm(x, torch.baddbmm(gram, gram, gram, beta=-4.7750, alpha=2.0315), x, beta=3.4445)
    return (x.mT if matrices.shape[1] > matrices.shape[2] else x).to(matrices.dtype)


class Muon(torch.optim.Optimizer):
    """Nesterov momentum of 0.95; updates have the root mean square that AdamW's have, so that both share a rate."""

    def __init__(self, parameters, lr, weight_decay):
        shapes = {}
        for p in parameters:
            shapes.setdefault(p.shape, []).append(p)
        super().__init__([dict(params=same) for same in shapes.values()], dict(lr=lr, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            same = group["params"]
            gradients = torch.stack([p.grad for p in same])
            momentum = self.state[same[0]].setdefault("momentum_buffer", torch.zeros_like(gradients))
            momentum.lerp_(gradients, 0.05)
            update = orthogonalised(gradients.lerp(momentum, 0.95))
            torch._foreach_mul_(same, 1 - group["lr"] * group["weight_decay"])
            torch._foreach_add_(same, list(update.unbind()), alpha=-0.2 * max(same[0].shape) ** 0.5 * group["lr"])
