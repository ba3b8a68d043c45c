"""Writes the golden arrays: a tiny network with random weights and what every part of it answers.

    python golden.py ../../bundles/net.bioclipse.adit.assembly/src_test/net/bioclipse/adit/assembly/golden [--check]

`--check` writes nothing and compares: the arrays of the folder with what the networks answer now, from the folder's weights.
Array names are `<part>.<atoms>.<array>`; `sample.<atoms>.<guidance>` is the end of a 20-step run from `noise.<atoms>`;
`stochastic.noise` are the start and the fresh noises of a 4-step run with churn and noise scale 0.5 that ends at `stochastic.molecule`.
Two batches of different atom counts stand for a batch of mixed sizes.
"""
import sys
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file

from dataset import CRYSTAL, MOLECULE
from export import CONVENTIONS, write_draft
from network import ATOM_TYPES, LATENT, Adit
from sampler import centred_noise, euler_flow, guided, stochastic_flow

TINY = dict(autoencoder_width=24, encoder_layers=2, decoder_layers=2, autoencoder_heads=3,
            denoiser_width=32, denoiser_layers=2, denoiser_heads=4, time_scale=1000.0)


def tiny(architecture=TINY):
    """Random weights everywhere, also where training starts from zero, so that every term is seen."""
    torch.manual_seed(7)
    model = Adit(architecture).eval()
    with torch.no_grad():
        for name, p in model.named_parameters():
            centre = 1.0 if "norm" in name and name.endswith("weight") else 0.0
            p.copy_(centre + torch.randn_like(p) * (0.3 if p.ndim == 1 else p.shape[-1] ** -0.5))
        model.latent_mean.copy_(torch.randn(LATENT) * 0.1)
        model.latent_scale.copy_(1 + torch.rand(LATENT) * 0.2)
    return model


@torch.no_grad()
def arrays(model):
    result = {}
    for batch, atoms in ((4, 5), (3, 11)):
        def keep(part, **values):
            result.update({f"{part}.{atoms}.{k}": v.contiguous() for k, v in values.items()})

        types = torch.randint(1, ATOM_TYPES, (batch, atoms))
        positions, fractional = torch.randn(batch, atoms, 3), torch.rand(batch, atoms, 3)
        mean, log_variance = model.encoder(types, positions, fractional)
        keep("encoder", types=types, positions=positions, fractional=fractional, mean=mean, log_variance=log_variance)
        latents = torch.randn(batch, atoms, LATENT)
        logits, nanometres, fractions, lattice = model.decoder(latents * model.latent_scale + model.latent_mean)
        keep("decoder", latents=latents, type_logits=logits, positions=nanometres, fractional=fractions, lattice=lattice)
        noisy, previous = torch.randn(batch, atoms, LATENT), torch.randn(batch, atoms, LATENT)
        keep("denoiser", noisy=noisy, previous=previous, time=torch.tensor([0.37]),
             molecule=guided(model.denoiser, noisy, previous, 0.37, MOLECULE, 1),
             crystal=guided(model.denoiser, noisy, previous, 0.37, CRYSTAL, 1),
             guided_2_5=guided(model.denoiser, noisy, previous, 0.37, MOLECULE, 2.5))
        noise = centred_noise(batch, atoms)
        keep("sample", noise=noise, molecule=euler_flow(model.denoiser, noise, MOLECULE, 20),
             crystal_guided_2=euler_flow(model.denoiser, noise, CRYSTAL, 20, 2.0))
    fresh = [centred_noise(3, 11) for _ in range(4)]
    end = stochastic_flow(model.denoiser, fresh[0], MOLECULE, 4, 1.0, 0.5, 0.5, fresh.__getitem__)
    result.update({"stochastic.noise": torch.stack(fresh), "stochastic.molecule": end})
    return result


def differences(directory):
    """Largest absolute difference of each array that the folder holds; inputs are drawn again, so they must be equal."""
    kept = load_file(directory / "arrays.safetensors")
    model = tiny()
    weights = load_file(directory / "weights.safetensors")
    found = arrays(model)
    if found.keys() != kept.keys() or any(not torch.equal(weights[k], v) for k, v in model.named_parameters()):
        sys.exit(f"{directory} holds other arrays or weights than this program makes; write them anew without --check")
    return {k: (kept[k].double() - v.double()).abs().max().item() for k, v in found.items()}


def main():
    directory = Path(sys.argv[1])
    if "--check" in sys.argv:
        worst = max(differences(directory).items(), key=lambda item: item[1])
        print(f"largest difference {worst[1]:.2g} in {worst[0]}")
        sys.exit(worst[1] > 1e-4)
    model = tiny()
    histogram = dict(atomCounts={"5": 4, "11": 3}, elements=[1, 6, 7, 8])
    write_draft(directory, model, id="golden", description="A tiny network with random weights",
                sampler=dict(name="euler-flow/1", steps=20, guidance=1.0),
                kinds=dict(molecule=dict(dataset=MOLECULE, spaceGroups={}, **histogram),
                           crystal=dict(dataset=CRYSTAL, spaceGroups={"1": 7}, **histogram)),
                conventions=CONVENTIONS, trainingData=[], metrics={}, licence="EPL-2.0")
    save_file(arrays(model), directory / "arrays.safetensors")


if __name__ == "__main__":
    main()
