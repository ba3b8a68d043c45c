"""The ADiT networks (Joshi et al. 2025, arXiv 2503.03965) in plain PyTorch.

Shapes are batch x atoms x features. All structures of a batch have the same number of atoms, so there is no padding
and no mask. Parameter names are those of `weights.safetensors` in a model package.
"""
import math

import torch
import torch.nn.functional as F
from torch import nn

if torch.cuda.is_available():
    from short_attention import short_attention

LATENT = 8
ATOM_TYPES = 100
SPACE_GROUPS = 231
DATASETS = 3
TIME_FEATURES = 256


def index_embedding(atoms, width, device=None):
    """sin(i pi / 2048^(2k/d)) for k < d/2, then the cosines; i is the position in the atom list."""
    k = torch.arange(width // 2, device=device, dtype=torch.float32)
    angle = torch.arange(atoms, device=device)[:, None] * math.pi / 2048 ** (2 * k / width)
    return torch.cat([angle.sin(), angle.cos()], -1)


def time_embedding(t, scale):
    """256 sinusoids of scale * t: cosines first, then sines, frequencies 10000^(-k/128)."""
    half = TIME_FEATURES // 2
    frequency = torch.exp(-math.log(10000.0) * torch.arange(half, device=t.device, dtype=torch.float32) / half)
    angle = scale * t[:, None] * frequency
    return torch.cat([angle.cos(), angle.sin()], -1)


class Attention(nn.Module):
    def __init__(self, width, heads):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x):
        b, n, d = x.shape
        if x.is_cuda and n <= 32:
            return self.out(short_attention(self.qkv(x), self.heads))
        q, k, v = (y.reshape(b * self.heads, n, d // self.heads).float() for y in
                   self.qkv(x).view(b, n, 3, self.heads, d // self.heads).permute(2, 0, 3, 1, 4).unbind(0))
        # Explicit products: at twenty tokens they are twice as fast on a CPU as the fused kernel's backward pass.
        with torch.autocast(x.device.type, enabled=False):
            weights = torch.softmax(torch.bmm(q, k.transpose(1, 2)) * (d // self.heads) ** -0.5, -1)
            y = torch.bmm(weights, v)
        return self.out(y.view(b, self.heads, n, -1).transpose(1, 2).reshape(b, n, d))


def feed_forward(width):
    return nn.Sequential(nn.Linear(width, 4 * width), nn.GELU(approximate="tanh"), nn.Linear(4 * width, width))


class EncoderLayer(nn.Module):
    """Pre-norm Transformer encoder layer, LayerNorm eps 1e-5."""

    def __init__(self, width, heads):
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.attention = Attention(width, heads)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = feed_forward(width)

    def forward(self, x):
        x = x + self.attention(self.norm1(x))
        return x + self.mlp(self.norm2(x))


def coordinate_mlp(width):
    return nn.Sequential(nn.Linear(3, width, bias=False), nn.SiLU(), nn.Linear(width, width))


class Encoder(nn.Module):
    """Atom types [b,n], positions [b,n,3] in Angstrom, fractional [b,n,3] -> mean and log-variance, each [b,n,8]."""

    def __init__(self, width, layers, heads):
        super().__init__()
        self.width = width
        self.atom_types = nn.Embedding(ATOM_TYPES, width)
        self.positions = coordinate_mlp(width)
        self.fractional = coordinate_mlp(width)
        self.layers = nn.ModuleList(EncoderLayer(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.latent = nn.Linear(width, 2 * LATENT, bias=False)

    def forward(self, types, positions, fractional):
        x = self.atom_types(types) + self.positions(positions) + self.fractional(fractional)
        x = x + index_embedding(types.shape[1], self.width, x.device)
        for layer in self.layers:
            x = layer(x)
        return self.latent(self.norm(x)).chunk(2, -1)


class Decoder(nn.Module):
    """Latents [b,n,8] -> type logits [b,n,100], positions [b,n,3] in nm, fractional [b,n,3], lattice [b,6]."""

    def __init__(self, width, layers, heads):
        super().__init__()
        self.width = width
        self.latent = nn.Linear(LATENT, width, bias=False)
        self.layers = nn.ModuleList(EncoderLayer(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.atom_types = nn.Linear(width, ATOM_TYPES)
        self.positions = nn.Linear(width, 3, bias=False)
        self.fractional = nn.Linear(width, 3, bias=False)
        self.lattice = nn.Linear(width, 6, bias=False)

    def forward(self, latents):
        x = self.latent(latents) + index_embedding(latents.shape[1], self.width, latents.device)
        for layer in self.layers:
            x = layer(x)
        x = self.norm(x)
        return self.atom_types(x), self.positions(x), self.fractional(x), self.lattice(x.mean(1))


def modulate(x, shift, scale):
    return x * (1 + scale) + shift


class Block(nn.Module):
    """DiT block with adaLN-Zero (Peebles and Xie 2022, arXiv 2212.09748); its six modulations come from outside."""

    def __init__(self, width, heads):
        super().__init__()
        self.attention = Attention(width, heads)
        self.mlp = feed_forward(width)
        self.modulation = nn.Linear(width, 6 * width)

    def forward(self, x, modulation):
        shift1, scale1, gate1, shift2, scale2, gate2 = modulation.chunk(6, -1)
        width = (x.shape[-1],)
        x = x + gate1 * self.attention(modulate(F.layer_norm(x, width, eps=1e-6), shift1, scale1))
        return x + gate2 * self.mlp(modulate(F.layer_norm(x, width, eps=1e-6), shift2, scale2))


class Denoiser(nn.Module):
    """x_t and the previous prediction, each [b,n,8], time [b], data set [b] and space group [b] -> clean latents."""

    def __init__(self, width, layers, heads, time_scale=1000.0):
        super().__init__()
        self.width, self.time_scale = width, time_scale
        self.input = nn.Linear(2 * LATENT, width)
        self.time = nn.Sequential(nn.Linear(TIME_FEATURES, width), nn.SiLU(), nn.Linear(width, width))
        self.datasets = nn.Embedding(DATASETS, width)
        self.space_groups = nn.Embedding(SPACE_GROUPS, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.modulation = nn.Linear(width, 2 * width)
        self.output = nn.Linear(width, LATENT)

    def initialise(self):
        """adaLN-Zero: every block starts as the identity and the output as zero."""
        for linear in [block.modulation for block in self.blocks] + [self.modulation, self.output]:
            nn.init.zeros_(linear.weight)
            nn.init.zeros_(linear.bias)
        nn.init.normal_(self.datasets.weight, std=0.02)
        nn.init.normal_(self.space_groups.weight, std=0.02)
        return self

    def condition(self, t, dataset, space_group):
        """One row [6 d per block, then 2 d] per structure; depends on time and classes only."""
        c = self.time(time_embedding(t, self.time_scale)) + self.datasets(dataset) + self.space_groups(space_group)
        c = F.silu(c)
        return torch.cat([block.modulation(c) for block in self.blocks] + [self.modulation(c)], -1)

    def forward(self, x_t, previous, modulation):
        d = self.width
        x = self.input(torch.cat([x_t, previous], -1)) + index_embedding(x_t.shape[1], d, x_t.device)
        modulation = modulation[:, None]
        for i, block in enumerate(self.blocks):
            x = block(x, modulation[..., 6 * d * i:6 * d * (i + 1)])
        shift, scale = modulation[..., -2 * d:].chunk(2, -1)
        return self.output(modulate(F.layer_norm(x, (d,), eps=1e-6), shift, scale))


class Adit(nn.Module):
    """The three networks and the latent normalisation, as a model package holds them."""

    def __init__(self, architecture):
        super().__init__()
        a = architecture
        self.architecture = dict(architecture)
        self.encoder = Encoder(a["autoencoder_width"], a["encoder_layers"], a["autoencoder_heads"])
        self.decoder = Decoder(a["autoencoder_width"], a["decoder_layers"], a["autoencoder_heads"])
        self.denoiser = Denoiser(a["denoiser_width"], a["denoiser_layers"], a["denoiser_heads"], a["time_scale"])
        self.denoiser.initialise()
        self.register_buffer("latent_mean", torch.zeros(LATENT))
        self.register_buffer("latent_scale", torch.ones(LATENT))
