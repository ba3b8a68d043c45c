"""What joint training is worth: three denoisers of one size for one number of steps, on molecules and crystals together,
on molecules alone and on crystals alone, judged by how they denoise the val splits.

    python transfer.py --model ../adit-qm9-mp20 --data DATA --work WORK --steps 1200

The latents are those of the model's joint autoencoder in all three. Half of the joint batches are molecules, so that the
joint denoiser sees half as many structures of each kind as the others; with `--halves` these are also trained for half of
the steps, which is the same number of structures of their kind.
"""
import argparse
import random
from pathlib import Path

import torch

import dataset
from checkpoint import load
from evaluate import denoised
from network import Denoiser
from pretrain import Batches, encode_all, train_denoiser

SHARES = dict(joint=0.5, molecules=1.0, crystals=0.0)


def trained(model, kinds, latents, share, steps, args):
    """The model with a new denoiser of width 128 and 6 blocks, trained for `steps` steps of 4,096 atoms."""
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    model.denoiser = Denoiser(128, 6, 4, 1000.0).initialise()
    settings = argparse.Namespace(run=args.work, device="cpu", minutes_denoiser=0, steps_denoiser=steps, rate_denoiser=2e-3,
                                  middle_share=0.0, time_limit=0.8, bfloat16=False, compile=False)
    (args.work / "denoiser.pt").unlink(missing_ok=True)
    train_denoiser(model, Batches(*kinds, share, 4096), latents, settings, lambda *_: None)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=1200)
    parser.add_argument("--halves", action="store_true")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    args.work.mkdir(parents=True, exist_ok=True)
    cache = args.work / "cache"
    kinds = (dataset.load(args.data / "qm9/qm9_train.i16.ats.gz", cache),
             dataset.load(args.data / "mp20/train_like.ats.gz", cache, sources=(0, 1)))
    val = dict(molecule=dataset.load(args.data / "qm9/qm9_val.i16.ats.gz", cache),
               crystal=dataset.load(args.data / "mp20/val_official_biternary.ats.gz", cache))
    model = load(args.model)
    buckets = kinds[0] + kinds[1]
    latents = {id(bucket): (z - model.latent_mean) / model.latent_scale
               for bucket, z in zip(buckets, encode_all(model, buckets, "cpu"))}
    runs = [(name, share, args.steps) for name, share in SHARES.items()]
    if args.halves:
        runs += [(name, SHARES[name], args.steps // 2) for name in ("molecules", "crystals")]
    for name, share, steps in runs:
        trained(model, kinds, latents, share, steps, args)
        for kind, structures in val.items():
            if name == "joint" or name == kind + "s":
                for t in (0.2, 0.3, 0.5, 0.7):
                    torch.manual_seed(args.seed)
                    row, _ = denoised(model, structures, 2000, t)
                    print(name, steps, kind, {k: round(v, 4) for k, v in row.items()}, flush=True)


if __name__ == "__main__":
    main()
