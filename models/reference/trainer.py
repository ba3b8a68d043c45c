"""One training stage: batches, optimisers, schedule, moving average, checkpoints and the loss curve."""
import copy
import csv
import math
import random
import time

import torch
import torch.distributed as distributed

import dataset
from muon import Muon


class Batches:
    """Draws batches of one kind and one atom count: the kind by its share, the count by its frequency."""

    def __init__(self, buckets, molecule_share, tokens):
        self.kinds = {kind: [b for b in buckets if b.dataset == kind] for kind in (dataset.MOLECULE, dataset.CRYSTAL)}
        self.share, self.tokens = molecule_share, tokens

    def draw(self):
        buckets = self.kinds[dataset.MOLECULE if random.random() < self.share else dataset.CRYSTAL]
        # Weight by structures; a bucket of three structures is still drawn, in batches of at most four times its size.
        bucket = random.choices(buckets, [len(b) for b in buckets])[0]
        return bucket, max(1, min(self.tokens // bucket.atoms, 4 * len(bucket)))


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

    def save(self, checkpoint):
        if first():
            temporary = checkpoint.with_suffix(".part")
            torch.save(self.state(), temporary)
            temporary.replace(checkpoint)

    def resume(self, checkpoint):
        if checkpoint.exists():
            state = torch.load(checkpoint, weights_only=False)
            for name, targets in (("modules", self.modules), ("ema", self.ema), ("optimisers", self.optimisers)):
                for target, kept in zip(targets, state[name]):
                    target.load_state_dict(kept)
            self.step_number, self.elapsed, self.since = state["step"], state["elapsed"], time.time()
            self.averaged_minute, self.averaged_step = int(self.elapsed / 60), self.step_number
            print(f"{checkpoint.name}: going on after step {self.step_number}", flush=True)


def first():
    """Whether this process is the one that writes files."""
    return not distributed.is_initialized() or distributed.get_rank() == 0


class Report:
    """Running means of the losses by kind, on the screen and in losses.csv three times a minute; a checkpoint every two
    minutes. Losses are read only then: to read one waits for the GPU."""

    def __init__(self, folder):
        self.file = open(folder / "losses.csv", "a", newline="")
        self.means, self.printed, self.saved = {}, time.time(), time.time()

    def __call__(self, trainer, stage, bucket, loss, checkpoint):
        key = stage, "crystal" if bucket.dataset == dataset.CRYSTAL else "molecule"
        self.means[key] = torch.lerp(self.means.get(key, loss.detach()), loss.detach(), 0.02)
        if first() and time.time() - self.printed > 20:
            self.printed = time.time()
            losses = {kind: mean.item() for (of, kind), mean in self.means.items() if of == stage}
            self.line(stage, trainer.step_number, round(trainer.elapsed), *(f"{k} {v:.4f}" for k, v in losses.items()))
            if not all(map(math.isfinite, losses.values())):
                raise FloatingPointError(f"{stage} loss is {losses} at step {trainer.step_number}")
        if time.time() - self.saved > 120:
            self.saved = time.time()
            trainer.save(checkpoint)

    def line(self, *row):
        csv.writer(self.file).writerow(row)
        self.file.flush()
        print(*row, flush=True)
