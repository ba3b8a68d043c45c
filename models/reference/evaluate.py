"""Reconstruction figures and the denoising table of a checkpoint or a model package, on the val splits.

    python evaluate.py --model RUN/model.pt --data DIR [--xyz FOLDER]
    python evaluate.py --model ../adit-qm9-mp20 --data DIR

`--xyz` also writes the denoised structures as extended XYZ, for `./adit check`.
"""
import argparse
from pathlib import Path

import numpy as np
import torch

import conventions
import dataset
import sampler
from checkpoint import load
from sampler import centred_noise

SYMBOLS = ("X H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y "
           "Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os "
           "Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es").split()


def even_electrons(logits, types):
    """Where a molecule has an odd number of electrons, changes the one atom whose change costs the least probability."""
    known = torch.tensor([1, 6, 7, 8])
    cost = logits.gather(-1, types[..., None]) - logits[..., known]
    cost = torch.where((known - types[..., None]) % 2 == 1, cost, torch.inf).flatten(1)
    atom, element = cost.argmin(1) // len(known), known[cost.argmin(1) % len(known)]
    return torch.where((torch.arange(types.shape[1]) == atom[:, None]) & (types.sum(1, keepdim=True) % 2 == 1),
                       element[:, None], types)


def decode(model, kind, latents):
    """Types [b,n], positions Angstrom [b,n,3], fractional [b,n,3], lattice parameters (Angstrom, radians) [b,6]."""
    logits, nanometres, fractional, lattice = model.decoder(latents * model.latent_scale + model.latent_mean)
    lattice = lattice.clone()
    lattice[:, :3] *= latents.shape[1] ** (1 / 3)
    types = logits[..., 1:].argmax(-1) + 1
    if kind == dataset.MOLECULE:
        types = even_electrons(logits, types)
    return types, 10 * nanometres, fractional, lattice


def inverted(model, kind, latents, rounds=2):
    """`decode` made more precise by the encoder: z <- z + (latents - encode(decode(z))), a fixed-point iteration towards the
    structure whose latents are the ones asked for; elements of the first decoding, of each structure the closest geometry."""
    best = decode(model, kind, latents)
    searched, distance = latents.clone(), None
    for round_ in range(rounds + 1):
        geometry = decode(model, kind, searched)[1:] if round_ else best[1:]
        difference = latents - encode(model, (best[0], *encodable(kind, *geometry)))
        latest = difference.square().sum((1, 2))
        if round_:
            closer = latest < distance
            best = best[:1] + tuple(torch.where(closer.view(-1, *[1] * (new.ndim - 1)), new, old)
                                    for old, new in zip(best[1:], geometry))
            distance = torch.where(closer, latest, distance)
        else:
            distance = latest
        searched = searched + difference
    return best


def encodable(kind, positions, fractional, lattice):
    """What the encoder reads: centred positions (Angstrom) and fractional coordinates, zeros for molecules."""
    if kind == dataset.MOLECULE:
        fractional = torch.zeros_like(positions)
    else:
        cells = torch.tensor(np.stack([conventions.lattice_matrix(row) for row in lattice.numpy().astype(float)]))
        positions = (fractional.double() @ cells).float()
    return positions - positions.mean(1, keepdim=True), fractional


def encode(model, batch):
    return (model.encoder(*batch[:3])[0] - model.latent_mean) / model.latent_scale


def rmsd(found, right):
    """Root mean square distance of each structure after superposition (Kabsch 1976)."""
    found, right = found - found.mean(1, keepdim=True), right - right.mean(1, keepdim=True)
    u, s, v = torch.linalg.svd(found.transpose(1, 2) @ right)
    s[:, 2] *= torch.sign(torch.linalg.det(u @ v))
    squares = (found.square().sum((1, 2)) + right.square().sum((1, 2)) - 2 * s.sum(1)) / found.shape[1]
    return squares.clamp(min=0).sqrt()


def chosen(buckets, count):
    """About `count` structures, spread over the buckets as the data is."""
    total = sum(map(len, buckets))
    for bucket in buckets:
        rows = torch.arange(0, len(bucket), max(1, total // count))
        yield bucket, bucket.take(rows)


@torch.no_grad()
def reconstruction(model, buckets, count, noise=0.0):
    """Fractions of structures with all types right, RMSD in Angstrom; of the lattice lengths the mean relative error and the
    fractions of lengths, and of structures with all three of them, within 2 per cent."""
    right, distances, lengths = [], [], []
    for bucket, batch in chosen(buckets, count):
        z = encode(model, batch)
        types, positions, fractional, lattice = inverted(model, bucket.dataset, z + noise * torch.randn_like(z))
        right.append((types == batch[0]).all(1))
        if bucket.dataset == dataset.MOLECULE:
            distances.append(rmsd(positions, batch[1]))
        else:
            truth = batch[3][:, :3] * bucket.atoms ** (1 / 3)
            lengths.append((lattice[:, :3] - truth).abs() / truth)
            shift = fractional - batch[2]
            shift = (shift - shift.round()) * truth[:, None]
            distances.append(shift.square().sum(-1).mean(1).sqrt())
    right, distances = torch.cat(right), torch.cat(distances)
    row = dict(noise=noise, types=right.float().mean().item(), rmsd=distances.median().item(),
               below_005=(right & (distances < 0.05)).float().mean().item())
    if lengths:
        lengths = torch.cat(lengths)
        row["lengths_error"] = lengths.mean().item()
        row["length_within_2_percent"] = (lengths < 0.02).float().mean().item()
        row["lengths_within_2_percent"] = (lengths < 0.02).all(1).float().mean().item()
    return row


@torch.no_grad()
def denoised(model, buckets, count, t):
    """Two predictions from time t: latent MSE, fraction of atom types right, RMSD of molecules; the decoded structures."""
    errors, distances, types_right, structures = [], [], [], []
    for bucket, batch in chosen(buckets, count):
        x1 = encode(model, batch)
        clean = sampler.denoised(model.denoiser, x1, bucket.dataset, t, centred_noise(len(x1), bucket.atoms))
        types, *geometry = inverted(model, bucket.dataset, clean)
        errors.append((clean - x1).square().mean((1, 2)))
        if bucket.dataset == dataset.MOLECULE:
            distances.append(rmsd(geometry[0], batch[1]))
        types_right.append((types == batch[0]).float().mean(1))
        structures += list(zip(types, *geometry))
    row = dict(t=t, mse=torch.cat(errors).mean().item(), types=torch.cat(types_right).mean().item())
    if distances:
        row["rmsd"] = torch.cat(distances).mean().item()
    return row, structures


def write_xyz(path, structures, crystal):
    with open(path, "w") as file:
        for types, positions, fractional, lattice in structures:
            head = ""
            if crystal:
                matrix = conventions.lattice_matrix(lattice.numpy().astype(float))
                positions = fractional.numpy() @ matrix
                head = 'Lattice="' + " ".join(f"{x:.6f}" for x in matrix.ravel()) + '" Properties=species:S:1:pos:R:3'
            file.write(f"{len(types)}\n{head}\n")
            for z, p in zip(types.tolist(), np.asarray(positions)):
                file.write(f"{SYMBOLS[z]} {p[0]:.5f} {p[1]:.5f} {p[2]:.5f}\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--cache", type=Path, default=Path("cache"), help="keeps the data in the learned pose and order")
    parser.add_argument("--xyz", type=Path)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    model = load(args.model)
    for kind, path in (("molecule", "qm9/qm9_val.i16.ats.gz"), ("crystal", "mp20/val_official_biternary.ats.gz")):
        buckets = dataset.load(args.data / path, args.cache)
        print(kind)
        for noise in (0.0, 0.1, 0.2, 0.3, 0.5):
            print("  reconstruction", {k: round(v, 4) for k, v in reconstruction(model, buckets, args.count, noise).items()})
        for t in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95):
            row, structures = denoised(model, buckets, args.count, t)
            print("  denoised", {k: round(v, 4) for k, v in row.items()}, flush=True)
            if args.xyz:
                write_xyz(args.xyz / f"{kind}-{t}.xyz", structures, kind == "crystal")


if __name__ == "__main__":
    main()
