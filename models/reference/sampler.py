"""Flow matching as ADiT does it: x_t = (1 - t) x_0 + t x_1, the network predicts x_1. The oracle of `euler-flow/1` and
`stochastic-flow/1`."""
import torch

START = 0.01
"""Time at which sampling starts; the network never saw smaller ones."""


def centred_noise(batch, atoms, generator=None, device=None):
    noise = torch.randn(batch, atoms, 8, generator=generator, device=device)
    return noise - noise.mean(1, keepdim=True)


def guided(denoiser, x, previous, t, dataset, guidance):
    """u + s (c - u): classifier-free guidance between the null class 0 and the wanted class."""
    times = torch.full((len(x),), float(t), device=x.device)
    zero = torch.zeros(len(x), dtype=torch.long, device=x.device)
    conditioned = denoiser(x, previous, denoiser.condition(times, zero + dataset, zero))
    if guidance == 1:
        return conditioned
    unconditioned = denoiser(x, previous, denoiser.condition(times, zero, zero))
    return unconditioned + guidance * (conditioned - unconditioned)


@torch.no_grad()
def denoised(denoiser, clean, dataset, t, noise):
    """Latents that were noised to time t, predicted twice: the second time with the first prediction in view."""
    x = (1 - t) * noise + t * clean
    first = guided(denoiser, x, torch.zeros_like(x), t, dataset, 1)
    return guided(denoiser, x, first, t, dataset, 1)


@torch.no_grad()
def euler_flow(denoiser, noise, dataset, steps=100, guidance=1.0):
    """Euler steps of dx/dt = (x_1 - x) / (1 - t) on an even grid from START to 1 with self-conditioning; one more clean
    prediction at t = 1 ends the run, so `steps` steps cost `steps` + 1 predictions."""
    grid = torch.linspace(START, 1, steps + 1)
    x, previous = noise, torch.zeros_like(noise)
    for t, following in zip(grid[:-1], grid[1:]):
        previous = guided(denoiser, x, previous, t, dataset, guidance)
        x = x + (following - t) / (1 - t) * (previous - x)
    return guided(denoiser, x, previous, 1, dataset, guidance)


@torch.no_grad()
def stochastic_flow(denoiser, noise, dataset, steps=50, guidance=1.0, churn=1.0, noise_scale=1.0, fresh=None):
    """`euler_flow` with fresh noise, `stochastic-flow/1`: before each step but the first the state goes back by the part
    `churn` of the last interval, and the step covers both (Karras et al. 2022, arXiv 2206.00364, algorithm 2). `fresh`
    gives the noise of step k = 1 ... steps - 1."""
    fresh = fresh or (lambda k: centred_noise(*noise.shape[:2]))
    grid = torch.linspace(START, 1, steps + 1)
    x, previous = noise, torch.zeros_like(noise)
    for k in range(steps):
        t = grid[k]
        if k:
            t = t - churn * (t - grid[k - 1])
            kept = t / grid[k]
            added = ((1 - t) ** 2 - (kept * (1 - grid[k])) ** 2).sqrt()
            x = kept * x + noise_scale * added * fresh(k)
        previous = guided(denoiser, x, previous, t, dataset, guidance)
        x = x + (grid[k + 1] - t) / (1 - t) * (previous - x)
    return guided(denoiser, x, previous, 1, dataset, guidance)
