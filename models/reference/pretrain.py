"""Trains the autoencoder, refines its decoder, then trains the denoiser, on molecules and crystals together.

    python pretrain.py --data DIR --run DIR --minutes-autoencoder 22 --minutes-decoder 30 --minutes-denoiser 120

`--data` holds qm9/ and mp20/ (see `../README.md`); `--run` receives checkpoints and the loss curve.
`--from PACKAGE` starts from a finished model; a stage of 0 minutes leaves its network as it is. Every stage is resumable:
call it again. Learning rates fall to zero at the end of the minutes asked for; a later call with more minutes goes on. The
decoder's refinement leaves the latents alone, so it can run beside the denoiser's stage in a second process with
`--minutes-denoiser 0`.

Several processes that average their weights once a minute, however fast each of them is (local SGD, Stich 2018,
arXiv 1805.09767):

    torchrun --nproc-per-node 2 pretrain.py --threads 1 ...
"""
import argparse
import os
import random
import time
from pathlib import Path

import torch
import torch.distributed as distributed
import torch.nn.functional as F

import dataset
from checkpoint import load
from network import LATENT, Adit
from sampler import START, centred_noise, denoised
from trainer import Batches, Report, Trainer, first

AUTOENCODER = dict(autoencoder_width=128, encoder_layers=4, decoder_layers=6, autoencoder_heads=4)
DENOISERS = dict(small=dict(denoiser_width=192, denoiser_layers=8, denoiser_heads=6, time_scale=1000.0),
                 medium=dict(denoiser_width=320, denoiser_layers=10, denoiser_heads=5, time_scale=1000.0))


def corrupted(types, positions, fractional, lattice):
    """Ten per cent of the types become index 0, ten per cent of the atoms move by 0.1 Angstrom."""
    types = types.masked_fill(torch.rand(types.shape, device=types.device) < 0.1, 0)
    shift = 0.1 * torch.randn_like(positions) * (torch.rand_like(positions[..., :1]) < 0.1)
    lengths = lattice[:, None, :3] * types.shape[1] ** (1 / 3)
    return types, positions + shift, fractional + torch.where(lengths > 0, shift / lengths.clamp(min=0.1), 0)


def reconstruction(decoder, latents, kind, batch):
    """Losses of one batch of one kind, each scaled so that a chemist's tolerance counts about the same in all."""
    types, positions, fractional, lattice = batch
    logits, nanometres, fractions, cell = decoder(latents)
    loss = F.cross_entropy(logits.float().flatten(0, 1), types.flatten())
    if kind == dataset.MOLECULE:
        return loss + 10 * F.mse_loss(10 * nanometres.float(), positions)
    cell = cell.float()
    return (loss + 300 * F.mse_loss(fractions.float(), fractional)
            + 10 * F.mse_loss(cell[:, :3], lattice[:, :3]) + 100 * F.mse_loss(cell[:, 3:], lattice[:, 3:]))


def train_autoencoder(model, batches, args, report):
    trainer = Trainer([model.encoder, model.decoder], args.minutes_autoencoder, args.rate_autoencoder, args.device)
    checkpoint = args.run / "autoencoder.pt"
    trainer.resume(checkpoint)
    encode, decode = compiled(model.encoder, args), compiled(model.decoder, args)
    while trainer.progress() < 1:
        bucket, size = batches.draw()
        batch = [x.to(args.device) for x in bucket.take(torch.randint(len(bucket), (size,)))]
        with torch.autocast(args.device, torch.bfloat16, enabled=args.bfloat16):
            mean, log_variance = encode(*corrupted(*batch)[:3])
            mean, log_variance = mean.float(), log_variance.float().clamp(-20, 10)
            latents = mean + (log_variance / 2).exp() * torch.randn_like(mean)
            # Latents of unit variance that survive noise: the denoiser then need not be exact to be right.
            latents = latents + args.latent_noise * torch.rand(len(mean), 1, 1, device=mean.device) * torch.randn_like(mean)
            loss = reconstruction(decode, latents, bucket.dataset, batch)
        divergence = (mean ** 2 + log_variance.exp() - 1 - log_variance).mean() / 2
        variance = ((mean ** 2).mean((0, 1)) - 1).square().mean() + mean.mean((0, 1)).square().mean()
        trainer.step(loss + 1e-5 * LATENT * divergence + 0.1 * variance)
        report(trainer, "autoencoder", bucket, loss, checkpoint)
    trainer.save(checkpoint)
    model.encoder.load_state_dict(trainer.ema[0].state_dict())
    model.decoder.load_state_dict(trainer.ema[1].state_dict())


def train_decoder(model, batches, args, report):
    """The decoder alone, from latents of the finished encoder with noise: the denoiser's latents stay what they are."""
    trainer = Trainer([model.decoder], args.minutes_decoder, args.rate_autoencoder / 2, args.device)
    checkpoint = args.run / "decoder.pt"
    trainer.resume(checkpoint)
    decode = compiled(model.decoder, args)
    while trainer.progress() < 1:
        bucket, size = batches.draw()
        batch = [x.to(args.device) for x in bucket.take(torch.randint(len(bucket), (size,)))]
        with torch.autocast(args.device, torch.bfloat16, enabled=args.bfloat16):
            with torch.no_grad():
                latents = model.encoder(*batch[:3])[0].float()
            # Squared: half of the batch sees noise below a quarter of the largest.
            level = args.decoder_noise * torch.rand(len(latents), 1, 1, device=latents.device).square()
            loss = reconstruction(decode, latents + level * torch.randn_like(latents), bucket.dataset, batch)
        trainer.step(loss)
        report(trainer, "decoder", bucket, loss, checkpoint)
    trainer.save(checkpoint)
    model.decoder.load_state_dict(trainer.ema[0].state_dict())


class Latents:
    """Latent means of all structures of one kind and one atom count, [m,n,8] of unit variance over the training data."""

    def __init__(self, dataset, values):
        self.dataset, self.values = dataset, values

    def __len__(self):
        return len(self.values)

    @property
    def atoms(self):
        return self.values.shape[1]


@torch.no_grad()
def encode_all(model, buckets, device):
    """Latent means of every bucket, before normalisation."""
    return [Latents(bucket.dataset, torch.cat([model.encoder(*[x.to(device) for x in bucket.take(slice(i, i + 1000))[:3]])[0]
                                               for i in range(0, len(bucket), 1000)])) for bucket in buckets]


def encoded(model, args):
    """Normalised latents of the training and the val buckets, kept in `latents.pt` of the run."""
    kept = args.run / "latents.pt"
    if not kept.exists():
        train, val = (encode_all(model, load_buckets(args, split), args.device) for split in ("train", "val"))
        if not (args.start and args.minutes_autoencoder == 0):  # else the denoiser knows the latents by the scale it has
            everything = torch.cat([bucket.values.flatten(0, 1) for bucket in train])
            model.latent_mean, model.latent_scale = everything.mean(0), everything.std(0)
        for bucket in train + val:
            bucket.values = ((bucket.values - model.latent_mean) / model.latent_scale).half()
        torch.save(dict(train=[(b.dataset, b.values) for b in train], val=[(b.dataset, b.values) for b in val],
                        mean=model.latent_mean, scale=model.latent_scale), kept)
    latents = torch.load(kept, map_location=args.device)
    model.latent_mean, model.latent_scale = latents["mean"], latents["scale"]
    return [[Latents(kind, values.float()) for kind, values in latents[split]] for split in ("train", "val")]


@torch.no_grad()
def denoising_errors(denoiser, buckets, kind):
    """Latent MSE of val structures denoised from t = 0.3, 0.5, 0.7, 0.9, over the three commonest atom counts: the meter of a run."""
    device = next(denoiser.parameters()).device
    common = sorted((b for b in buckets if b.dataset == kind), key=len)[-3:]
    generator = torch.Generator().manual_seed(1)
    return [torch.cat([denoised(denoiser, b.values[:500], kind, t, centred_noise(len(b.values[:500]), b.atoms, generator).to(device))
                       .sub(b.values[:500]).square().mean((1, 2)) for b in common]).mean().item() for t in (0.3, 0.5, 0.7, 0.9)]


def train_denoiser(model, train, val, args, report):
    trainer = Trainer([model.denoiser], args.minutes_denoiser, args.rate_denoiser, args.device, args.steps_denoiser)
    checkpoint = args.run / "denoiser.pt"
    trainer.resume(checkpoint)
    batches = Batches(train, args.molecule_share, args.tokens)
    if args.compile:
        for block in model.denoiser.blocks:  # compiled once, since the blocks differ in their weights only
            block.compile(dynamic=True)
    measured = time.time()
    while trainer.progress() < 1:
        bucket, size = batches.draw()
        x1 = bucket.values[torch.randint(len(bucket), (size,), device=args.device)]
        t = START + (1 - START) * (torch.arange(size, device=args.device) + torch.rand(size, device=args.device)) / size
        x0 = centred_noise(size, bucket.atoms, device=args.device)
        x = (1 - t[:, None, None]) * x0 + t[:, None, None] * x1
        kind = torch.where(torch.rand(size, device=args.device) >= 0.1, bucket.dataset, 0)
        with torch.autocast(args.device, torch.bfloat16, enabled=args.bfloat16):
            modulation = model.denoiser.condition(t, kind, torch.zeros_like(kind))
            previous = torch.zeros_like(x)
            if random.random() < 0.5:
                with torch.no_grad():
                    previous = model.denoiser(x, previous, modulation).float()
            error = (model.denoiser(x, previous, modulation).float() - x1).square().mean((1, 2))
        loss = (error / (1 - t.clamp(max=args.time_limit)).square()).mean()
        trainer.step(loss)
        report(trainer, "denoiser", bucket, loss, checkpoint)
        if time.time() - measured > 60 * args.minutes_between_tables:
            measured = time.time()
            for kind, name in ((dataset.MOLECULE, "molecule"), (dataset.CRYSTAL, "crystal")):
                errors = denoising_errors(trainer.ema[0], val, kind)
                report.line("val", trainer.step_number, round(trainer.elapsed), name, *(f"{e:.4f}" for e in errors))
    trainer.save(checkpoint)
    model.denoiser.load_state_dict(trainer.ema[0].state_dict())


def compiled(module, args):
    return torch.compile(module.forward, dynamic=True) if args.compile else module.forward


def load_buckets(args, split):
    """Molecules and crystals of a split in the learned conventions."""
    names = dict(train=("qm9/qm9_train.i16", "mp20/train_like"), val=("qm9/qm9_val.i16", "mp20/val_official_biternary"))[split]
    return sum((dataset.load(args.data / f"{name}.ats.gz", args.run.parent / "cache") for name in names), [])


def start_model(args):
    if not args.start:
        return Adit(AUTOENCODER | DENOISERS[args.denoiser or "small"])
    model = load(args.start).train()
    if not args.denoiser:
        return model
    fresh = Adit(model.architecture | DENOISERS[args.denoiser])
    fresh.load_state_dict({k: v for k, v in model.state_dict().items() if not k.startswith("denoiser.")}, strict=False)
    return fresh


def options(description):
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--from", dest="start", type=Path, help="model package or model.pt to start from")
    parser.add_argument("--denoiser", choices=DENOISERS, help="size of a new denoiser (default: small, or that of --from)")
    parser.add_argument("--minutes-autoencoder", type=float, default=25)
    parser.add_argument("--minutes-decoder", type=float, default=30)
    parser.add_argument("--minutes-denoiser", type=float, default=120)
    parser.add_argument("--steps-denoiser", type=int, help="instead of minutes, for one process")
    parser.add_argument("--rate-autoencoder", type=float, default=2e-3)
    parser.add_argument("--rate-denoiser", type=float, default=2e-3)
    parser.add_argument("--latent-noise", type=float, default=0.5, help="largest noise added to latents of unit variance")
    parser.add_argument("--decoder-noise", type=float, default=0.5, help="largest noise in the decoder's refinement")
    parser.add_argument("--time-limit", type=float, default=0.9, help="loss weight 1/(1 - min(t, limit))^2")
    parser.add_argument("--minutes-between-tables", type=float, default=10, help="how often val is denoised")
    parser.add_argument("--molecule-share", type=float, default=0.75)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--no-compile", dest="compile", action="store_false")
    return parser


def prepared(args):
    """The options with what follows from them; threads, seeds and the folder of the run are set."""
    # Processors without instructions for bfloat16 emulate it, ten times slower than 32 bits.
    args.bfloat16 = args.device != "cpu" or torch.cpu._is_avx512_bf16_supported()
    if "RANK" in os.environ:
        distributed.init_process_group("gloo")
        args.seed += distributed.get_rank()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.run.mkdir(parents=True, exist_ok=True)
    if args.device == "cuda":
        torch.set_float32_matmul_precision("high")
    return args


def main():
    args = prepared(options(__doc__).parse_args())
    model = start_model(args).to(args.device)
    report = Report(args.run)
    if args.minutes_autoencoder or args.minutes_decoder:
        batches = Batches(load_buckets(args, "train"), args.molecule_share, args.tokens)
        if args.minutes_autoencoder:
            train_autoencoder(model, batches, args, report)
        if args.minutes_decoder:
            train_decoder(model, batches, args, report)
    train_denoiser(model, *encoded(model, args), args, report)
    finished = args.run / "model.pt"
    if first():
        torch.save(dict(architecture=model.architecture, weights=model.state_dict()), finished)
        print("wrote", finished)


if __name__ == "__main__":
    main()
