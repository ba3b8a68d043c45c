"""What joint training is worth: three denoisers of one size for one number of steps, on molecules and crystals together,
on molecules alone and on crystals alone, judged by how they denoise the val splits.

    python transfer.py --from ../adit-qm9-mp20 --data DATA --run WORK --steps-denoiser 1200 --threads 1

The latents are those of the model's joint autoencoder in all three. Half of the joint batches are molecules, so that the
joint denoiser sees half as many structures of each kind as the others; `--halves` also trains these for half of the steps,
which is the same number of structures of their kind. The other options are those of `pretrain.py`.
"""
import random

import torch

import dataset
import pretrain
from checkpoint import load
from network import Denoiser
from trainer import Report

KINDS = dict(molecules=dataset.MOLECULE, crystals=dataset.CRYSTAL)
SHARES = dict(joint=0.5, molecules=1.0, crystals=0.0)


def main():
    parser = pretrain.options(__doc__)
    parser.add_argument("--halves", action="store_true")
    args = pretrain.prepared(parser.parse_args())
    model = load(args.start).to(args.device)
    train, val = pretrain.encoded(model, args)
    runs = [(name, share, args.steps_denoiser) for name, share in SHARES.items()]
    if args.halves:
        runs += [(name, SHARES[name], args.steps_denoiser // 2) for name in KINDS]
    for name, share, args.steps_denoiser in runs:
        torch.manual_seed(args.seed)
        random.seed(args.seed)
        model.denoiser = Denoiser(128, 6, 4, 1000.0).initialise().to(args.device)
        args.molecule_share = share
        (args.run / "denoiser.pt").unlink(missing_ok=True)
        pretrain.train_denoiser(model, train, val, args, Report(args.run))
        for kind, row in KINDS.items():
            if name in ("joint", kind):
                errors = pretrain.denoising_errors(model.denoiser, val, row)
                print(name, args.steps_denoiser, kind, *(f"{e:.4f}" for e in errors), flush=True)


if __name__ == "__main__":
    main()
