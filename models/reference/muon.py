"""Muon (Jordan et al. 2024): momentum whose direction is made orthogonal, for the matrices of Transformer layers.

PyTorch's own Muon multiplies in bfloat16, which processors without such instructions emulate: there it took six times as
long as the rest of a training step. This one multiplies in the precision of the weights.
"""
import torch


def orthogonalised(matrix, steps=5):
    """About U V^T of the singular value decomposition, by the quintic Newton-Schulz iteration."""
    x = matrix.T if len(matrix) > matrix.shape[1] else matrix
    x = x / x.norm().clamp(min=1e-7)
    for _ in range(steps):
        gram = x @ x.T
        x = torch.addmm(x, torch.addmm(gram, gram, gram, beta=-4.7750, alpha=2.0315), x, beta=3.4445)
    return x.T if len(matrix) > matrix.shape[1] else x


class Muon(torch.optim.Optimizer):
    """Nesterov momentum of 0.95; updates have the root mean square that AdamW's have, so that both share a rate."""

    def __init__(self, parameters, lr, weight_decay):
        super().__init__(parameters, dict(lr=lr, weight_decay=weight_decay))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            for p in group["params"]:
                momentum = self.state[p].setdefault("momentum_buffer", torch.zeros_like(p))
                momentum.lerp_(p.grad, 0.05)
                update = orthogonalised(p.grad.lerp(momentum, 0.95))
                p.mul_(1 - group["lr"] * group["weight_decay"])
                p.add_(update, alpha=-0.2 * max(p.shape) ** 0.5 * group["lr"])
