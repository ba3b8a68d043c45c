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
import copy
import csv
import math
import os
import random
import time
from pathlib import Path

import torch
import torch.distributed as distributed
import torch.nn.functional as F

import dataset
from checkpoint import load
from muon import Muon
from network import LATENT, Adit
from sampler import START, centred_noise

SMALL = dict(autoencoder_width=128, encoder_layers=4, decoder_layers=6, autoencoder_heads=4,
             denoiser_width=192, denoiser_layers=8, denoiser_heads=6, time_scale=1000.0)
LARGE = dict(autoencoder_width=256, encoder_layers=6, decoder_layers=6, autoencoder_heads=8,
             denoiser_width=384, denoiser_layers=12, denoiser_heads=6, time_scale=1000.0)


class Batches:
    """Draws batches of one kind and one atom count: the kind by its share, the count by its frequency."""

    def __init__(self, molecules, crystals, molecule_share, tokens):
        self.kinds, self.share, self.tokens = (molecules, crystals), molecule_share, tokens

    def draw(self):
        buckets = self.kinds[0 if random.random() < self.share else 1]
        # Weight by structures; a bucket of three structures is still drawn, in batches of at most four times its size.
        bucket = random.choices(buckets, [len(b) for b in buckets])[0]
        size = max(1, min(self.tokens // bucket.atoms, 4 * len(bucket)))
        return bucket, torch.randint(len(bucket), (size,))


class Trainer:
    """Muon for the matrices of the Transformer layers, AdamW for the rest, warm-up, cosine decay to zero at the end of the
    minutes (or, for a budget that no machine changes, the steps), EMA."""

    def __init__(self, modules, minutes, rate, device, steps=None):
        self.modules, self.minutes, self.rate, self.device, self.steps = modules, minutes, rate, device, steps
        named = [(name, p) for module in modules for name, p in module.named_parameters()]
        hidden = [p for name, p in named if p.ndim == 2 and ("layers." in name or "blocks." in name)]
        rest = [p for name, p in named if not any(p is h for h in hidden)]
        self.parameters = hidden + rest
        self.optimisers = [Muon(hidden, lr=rate, weight_decay=0.01),
                           torch.optim.AdamW(rest, lr=rate, betas=(0.9, 0.98), weight_decay=0.0)]
        self.ema = [copy.deepcopy(module).requires_grad_(False) for module in modules]
        self.step_number, self.elapsed, self.since = 0, 0.0, time.time()
        self.averaged_minute, self.averaged_step = 0, 0

    def progress(self):
        now = time.time()
        self.elapsed, self.since = self.elapsed + now - self.since, now
        # Every process passes the same minutes, so all of them meet equally often and none waits for one that ended.
        while distributed.is_initialized() and self.averaged_minute < int(min(self.elapsed / 60, self.minutes)):
            self.average()
            self.averaged_minute += 1
        return min(1.0, self.step_number / self.steps if self.steps else self.elapsed / 60 / max(self.minutes, 1e-9))

    @torch.no_grad()
    def average(self):
        """The mean of the processes' weights, each counted by the steps that it made since they last met."""
        steps = torch.tensor([float(self.step_number - self.averaged_step)])
        self.averaged_step = self.step_number
        mine = torch.cat([p.flatten() for p in self.parameters]).cpu() * steps
        distributed.all_reduce(mine)
        distributed.all_reduce(steps)
        if steps.item():
            mean = (mine / steps).to(self.device).split([p.numel() for p in self.parameters])
            torch._foreach_copy_(self.parameters, [m.view_as(p) for m, p in zip(mean, self.parameters)])

    def step(self, loss):
        for optimiser in self.optimisers:
            optimiser.zero_grad()
        loss.backward()
        # Only now, since progress may exchange weights that the gradients' graph needed.
        rate = self.rate * min(1.0, (self.step_number + 1) / 300) * (1 + math.cos(math.pi * self.progress())) / 2
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = rate
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
        self.step_number += 1
        decay = min(0.999, (1 + self.step_number) / (10 + self.step_number))
        with torch.no_grad():
            for ema, module in zip(self.ema, self.modules):
                torch._foreach_lerp_(list(ema.parameters()), list(module.parameters()), 1 - decay)

    def state(self):
        return dict(modules=[m.state_dict() for m in self.modules], ema=[m.state_dict() for m in self.ema],
                    optimisers=[o.state_dict() for o in self.optimisers], step=self.step_number, elapsed=self.elapsed)

    def restore(self, state):
        for name, targets in (("modules", self.modules), ("ema", self.ema), ("optimisers", self.optimisers)):
            for target, kept in zip(targets, state[name]):
                target.load_state_dict(kept)
        self.step_number, self.elapsed, self.since = state["step"], state["elapsed"], time.time()
        self.averaged_minute, self.averaged_step = int(self.elapsed / 60), self.step_number


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
    resume(trainer, checkpoint)
    encode, decode = compiled(model.encoder, args), compiled(model.decoder, args)
    while trainer.progress() < 1:
        bucket, index = batches.draw()
        batch = [x.to(args.device) for x in bucket.take(index)]
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
    save(trainer, checkpoint)
    model.encoder.load_state_dict(trainer.ema[0].state_dict())
    model.decoder.load_state_dict(trainer.ema[1].state_dict())


def train_decoder(model, batches, args, report):
    """The decoder alone, from latents of the finished encoder with noise: the denoiser's latents stay what they are."""
    trainer = Trainer([model.decoder], args.minutes_decoder, args.rate_autoencoder / 2, args.device)
    checkpoint = args.run / "decoder.pt"
    resume(trainer, checkpoint)
    decode = compiled(model.decoder, args) if args.minutes_decoder else None
    while trainer.progress() < 1:
        bucket, index = batches.draw()
        batch = [x.to(args.device) for x in bucket.take(index)]
        with torch.autocast(args.device, torch.bfloat16, enabled=args.bfloat16):
            with torch.no_grad():
                latents = model.encoder(*batch[:3])[0].float()
            # Squared: half of the batch sees noise below a quarter of the largest.
            level = args.decoder_noise * torch.rand(len(latents), 1, 1, device=latents.device).square()
            loss = reconstruction(decode, latents + level * torch.randn_like(latents), bucket.dataset, batch)
        trainer.step(loss)
        report(trainer, "decoder", bucket, loss, checkpoint)
    if trainer.step_number:
        save(trainer, checkpoint)
        model.decoder.load_state_dict(trainer.ema[0].state_dict())


@torch.no_grad()
def encode_all(model, buckets, device):
    """Latent means of every bucket, on the device."""
    model.encoder.to(device)
    return [torch.cat([model.encoder(*[x.to(device) for x in bucket.take(slice(i, i + 1000))[:3]])[0]
                       for i in range(0, len(bucket), 1000)]) for bucket in buckets]


def training_times(size, middle_share):
    """Stratified over [0.01, 1]; a share of them, evenly spread, from the bell around 0.4 where the structure is decided."""
    u = (torch.randperm(size) + torch.rand(size)) / size
    middle = (0.4 + 0.15 * math.sqrt(2) * torch.erfinv(2 * u.clamp(1e-6, 1 - 1e-6) - 1)).clamp(START, 1)
    return torch.where(torch.rand(size) < middle_share, middle, START + (1 - START) * u)


def train_denoiser(model, batches, latents, args, report):
    trainer = Trainer([model.denoiser], args.minutes_denoiser, args.rate_denoiser, args.device, args.steps_denoiser)
    checkpoint = args.run / "denoiser.pt"
    resume(trainer, checkpoint)
    denoise = compiled(model.denoiser, args)
    while trainer.progress() < 1:
        bucket, index = batches.draw()
        x1 = latents[id(bucket)][index.to(args.device)]
        size = len(x1)
        t = training_times(size, args.middle_share).to(args.device)
        x0 = centred_noise(size, bucket.atoms).to(args.device)
        x = (1 - t[:, None, None]) * x0 + t[:, None, None] * x1
        known = torch.rand(size, device=args.device) >= 0.1
        kind = torch.where(known, bucket.dataset, 0)
        with torch.autocast(args.device, torch.bfloat16, enabled=args.bfloat16):
            modulation = model.denoiser.condition(t, kind, torch.zeros_like(kind))
            previous = torch.zeros_like(x)
            if random.random() < 0.5:
                with torch.no_grad():
                    previous = denoise(x, previous, modulation).float()
            error = (denoise(x, previous, modulation).float() - x1).square().mean((1, 2))
        loss = (error / (1 - t.clamp(max=args.time_limit)).square()).mean()
        trainer.step(loss)
        report(trainer, "denoiser", bucket, loss, checkpoint)
    save(trainer, checkpoint)
    model.denoiser.load_state_dict(trainer.ema[0].state_dict())


def compiled(module, args):
    return torch.compile(module.forward, dynamic=True) if args.compile else module.forward


def resume(trainer, checkpoint):
    if checkpoint.exists():
        trainer.restore(torch.load(checkpoint, weights_only=False))
        print(f"{checkpoint.name}: going on after step {trainer.step_number}", flush=True)


def first():
    """Whether this process is the one that writes files."""
    return not distributed.is_initialized() or distributed.get_rank() == 0


def save(trainer, checkpoint):
    if not first():
        return
    temporary = checkpoint.with_suffix(".part")
    torch.save(trainer.state(), temporary)
    temporary.replace(checkpoint)


def reporter(args):
    """Running means by kind on the screen and in losses.csv; a checkpoint every two minutes."""
    means, last = {}, [time.time(), time.time()]
    file = open(args.run / "losses.csv", "a", newline="")
    rows = csv.writer(file)

    def report(trainer, stage, bucket, loss, checkpoint):
        key = "crystal" if bucket.dataset == dataset.CRYSTAL else "molecule"
        means[stage, key] = 0.98 * means.get((stage, key), loss.item()) + 0.02 * loss.item()
        if not math.isfinite(loss.item()):
            raise FloatingPointError(f"{stage} loss is {loss.item()} at step {trainer.step_number}")
        if first() and time.time() - last[0] > 20:
            last[0] = time.time()
            losses = (f"{k[1]} {v:.4f}" for k, v in means.items() if k[0] == stage)
            row = [stage, trainer.step_number, round(trainer.elapsed), *losses]
            rows.writerow(row)
            file.flush()
            print(*row, flush=True)
        if time.time() - last[1] > 120:
            last[1] = time.time()
            save(trainer, checkpoint)
    return report


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--from", dest="start", type=Path, help="model package or model.pt to start from, instead of --size")
    parser.add_argument("--size", choices=("small", "large"), default="small")
    parser.add_argument("--minutes-autoencoder", type=float, default=25)
    parser.add_argument("--minutes-decoder", type=float, default=30)
    parser.add_argument("--minutes-denoiser", type=float, default=120)
    parser.add_argument("--steps-denoiser", type=int, help="instead of minutes, for one process")
    parser.add_argument("--rate-autoencoder", type=float, default=2e-3)
    parser.add_argument("--rate-denoiser", type=float, default=2e-3)
    parser.add_argument("--latent-noise", type=float, default=0.5, help="largest noise added to latents of unit variance")
    parser.add_argument("--decoder-noise", type=float, default=0.5, help="largest noise in the decoder's refinement")
    parser.add_argument("--time-limit", type=float, default=0.8, help="loss weight 1/(1 - min(t, limit))^2")
    parser.add_argument("--middle-share", type=float, default=0.0, help="share of training times drawn around t = 0.4")
    parser.add_argument("--molecule-share", type=float, default=0.75)
    parser.add_argument("--tokens", type=int, default=4096)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--no-compile", dest="compile", action="store_false")
    args = parser.parse_args()
    # Processors without instructions for bfloat16 emulate it, ten times slower than 32 bits.
    args.bfloat16 = args.device != "cpu" or torch.cpu._is_avx512_bf16_supported()
    if "RANK" in os.environ:
        distributed.init_process_group("gloo")
        args.seed += distributed.get_rank()
    torch.set_num_threads(args.threads)
    torch.manual_seed(args.seed)
    random.seed(args.seed)
    args.run.mkdir(parents=True, exist_ok=True)
    molecules = dataset.load(args.data / "qm9/qm9_train.i16.ats.gz", args.run.parent / "cache")
    crystals = dataset.load(args.data / "mp20/train_like.ats.gz", args.run.parent / "cache", sources=(0, 1))
    batches = Batches(molecules, crystals, args.molecule_share, args.tokens)
    model = Adit(SMALL if args.size == "small" else LARGE).to(args.device)
    report = reporter(args)
    if args.start:
        model = load(args.start).train().to(args.device)
    finished = args.run / "model.pt"
    train_autoencoder(model, batches, args, report)
    train_decoder(model, batches, args, report)
    encoded = encode_all(model, molecules + crystals, args.device)
    if not (args.start and args.minutes_autoencoder == 0):  # else the denoiser knows the latents by the scale it has
        everything = torch.cat([x.flatten(0, 1) for x in encoded])
        model.latent_mean, model.latent_scale = everything.mean(0), everything.std(0)
    latents = {id(b): (x - model.latent_mean) / model.latent_scale for b, x in zip(molecules + crystals, encoded)}
    train_denoiser(model, batches, latents, args, report)
    if first():
        torch.save(dict(architecture=model.architecture, weights=model.state_dict()), finished)
        print("wrote", finished)


if __name__ == "__main__":
    main()
