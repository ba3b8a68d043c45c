"""Writes the golden arrays of training: a tiny network, batches with all their random numbers, losses and gradients.

    python golden_training.py ../../bundles/net.bioclipse.adit.training/src_test/net/bioclipse/adit/training/golden.safetensors

Array names are `weights/<parameter>`, `<case>/<input>`, `<case>/loss` and `<case>/gradient/<parameter>`; a parameter that a
case leaves alone has no gradient there.
"""
import sys

import torch
from safetensors.torch import save_file

from dataset import CRYSTAL, MOLECULE
from golden import tiny
from network import ATOM_TYPES, LATENT
from pretrain import reconstruction

TINIER = dict(autoencoder_width=16, encoder_layers=1, decoder_layers=1, autoencoder_heads=2,
              denoiser_width=16, denoiser_layers=2, denoiser_heads=2, time_scale=1000.0)


def structures(kind, batch, atoms):
    """What the autoencoder answers, and what it sees of it: some types hidden, some atoms moved."""
    types = torch.randint(1, ATOM_TYPES, (batch, atoms))
    positions, fractional = torch.randn(batch, atoms, 3), torch.rand(batch, atoms, 3)
    lattice = torch.cat([1 + torch.rand(batch, 3), 1.2 + torch.rand(batch, 3)], -1)
    if kind == MOLECULE:
        fractional, lattice = torch.zeros_like(fractional), torch.zeros_like(lattice)
    seen = types.masked_fill(torch.rand(batch, atoms) < 0.2, 0)
    return dict(types=types.int(), positions=positions, fractional=fractional, lattice=lattice, seen_types=seen.int(),
                seen_positions=positions + 0.1 * torch.randn(batch, atoms, 3),
                latent_noise=0.3 * torch.randn(batch, atoms, LATENT))


def truth(x):
    return x["types"].long(), x["positions"], x["fractional"], x["lattice"]


def autoencoder(model, kind):
    x = structures(kind, 3, 5)
    x["sampling"] = torch.randn(3, 5, LATENT)
    mean, log_variance = model.encoder(x["seen_types"].long(), x["seen_positions"], x["fractional"])
    log_variance = log_variance.clamp(-20, 10)
    latents = mean + (log_variance / 2).exp() * x["sampling"] + x["latent_noise"]
    divergence = (mean ** 2 + log_variance.exp() - 1 - log_variance).mean() / 2
    variance = ((mean ** 2).mean((0, 1)) - 1).square().mean() + mean.mean((0, 1)).square().mean()
    return x, reconstruction(model.decoder, latents, kind, truth(x)) + 1e-5 * LATENT * divergence + 0.1 * variance


def decoder(model, kind):
    x = structures(kind, 2, 7)
    with torch.no_grad():
        latents = model.encoder(x["types"].long(), x["positions"], x["fractional"])[0] + x["latent_noise"]
    return x, reconstruction(model.decoder, latents, kind, truth(x))


def denoiser(model, self_conditioned):
    shape = 4, 6, LATENT
    x = dict(clean=torch.randn(shape), noisy=torch.randn(shape), times=torch.tensor([0.02, 0.4, 0.7, 0.95]),
             datasets=torch.tensor([MOLECULE, 0, CRYSTAL, MOLECULE], dtype=torch.int32))
    kind = x["datasets"].long()
    modulation = model.denoiser.condition(x["times"], kind, torch.zeros_like(kind))
    previous = torch.zeros(shape)
    if self_conditioned:
        previous = model.denoiser(x["noisy"], previous, modulation).detach()
    error = (model.denoiser(x["noisy"], previous, modulation) - x["clean"]).square().mean((1, 2))
    return x, (error / (1 - x["times"].clamp(max=0.8)).square()).mean()


def main():
    model = tiny(TINIER)
    result = {f"weights/{name}": p.detach() for name, p in model.named_parameters()}
    cases = {"autoencoder.molecule": (autoencoder, MOLECULE), "autoencoder.crystal": (autoencoder, CRYSTAL),
             "decoder.crystal": (decoder, CRYSTAL), "denoiser": (denoiser, False), "denoiser.self": (denoiser, True)}
    for case, (compute, argument) in cases.items():
        model.zero_grad()
        inputs, loss = compute(model, argument)
        loss.backward()
        result.update({f"{case}/{name}": x for name, x in inputs.items()}, **{f"{case}/loss": loss.detach()})
        result.update({f"{case}/gradient/{name}": p.grad for name, p in model.named_parameters() if p.grad is not None})
    save_file({name: x.clone().contiguous() for name, x in result.items()}, sys.argv[1])


if __name__ == "__main__":
    main()
