"""Reads `*.ats.gz` containers, brings every structure into the learned conventions and groups them by atom count."""
import gzip
import json
import struct
from pathlib import Path

import numpy as np
import torch

import conventions

MOLECULE, CRYSTAL = 2, 1  # rows of the denoiser's data set table; 0 is the null class of guidance


def read_container(path):
    """Header and arrays of one ATS1 container: magic, header length, JSON header, 8-aligned little-endian arrays."""
    data = gzip.open(path, "rb").read()
    if data[:4] != b"ATS1":
        raise ValueError(f"{path} does not start with ATS1")
    length, = struct.unpack("<I", data[4:8])
    header = json.loads(data[8:8 + length])
    start = 8 + length
    return header, {a["name"]: np.frombuffer(data, a["dtype"], int(np.prod(a["shape"])), start + a["offset"])
                    .reshape(a["shape"]) for a in header["arrays"]}


def structures(path):
    """Yields (numbers, positions) of molecules or (numbers, fractional, lattice) of crystals, as stored."""
    header, arrays = read_container(path)
    ends = np.cumsum(arrays["num_atoms"].astype(np.int64))
    for i, end in enumerate(ends):
        part = slice(end - arrays["num_atoms"][i], end)
        numbers = arrays["atomic_numbers"][part].astype(np.int64)
        if header["kind"] == "molecule":
            yield numbers, arrays["positions_i16"][part] * 1e-3
        else:
            yield numbers, arrays["frac_coords"][part].astype(float), arrays["lattice"][i].astype(float)


def normalised(structure):
    """(numbers, positions Angstrom, fractional, lattice lengths / N^(1/3) and angles) of one stored structure."""
    n = len(structure[0])
    if len(structure) == 2:
        numbers, positions = conventions.molecule(*structure)
        return numbers, positions, np.zeros((n, 3)), np.zeros(6)
    numbers, fractional, parameters = conventions.crystal(*structure)
    positions = fractional @ conventions.lattice_matrix(parameters)
    parameters[:3] /= n ** (1 / 3)
    return numbers, positions - positions.mean(0), fractional, parameters


class Bucket:
    """All structures of one kind and one atom count: types [m,n], positions [m,n,3], fractional [m,n,3], lattice [m,6]."""

    def __init__(self, dataset, rows):
        self.dataset = dataset
        self.types, self.positions, self.fractional, self.lattice = (
            torch.tensor(np.stack(column), dtype=torch.long if k == 0 else torch.float32)
            for k, column in enumerate(zip(*rows)))

    def __len__(self):
        return len(self.types)

    @property
    def atoms(self):
        return self.types.shape[1]

    def take(self, index):
        return self.types[index], self.positions[index], self.fractional[index], self.lattice[index]


def load(path, cache):
    """Buckets of one container, kept in `cache` because normalising takes a minute."""
    kept = Path(cache) / (Path(path).name.split(".")[0] + ".pt")
    if kept.exists():
        return torch.load(kept, weights_only=False)
    rows = {}
    for structure in structures(path):
        row = normalised(structure)
        rows.setdefault(len(row[0]), []).append(row)
    dataset = MOLECULE if not any(r[3].any() for r in next(iter(rows.values()))) else CRYSTAL
    buckets = [Bucket(dataset, rows[n]) for n in sorted(rows)]
    kept.parent.mkdir(parents=True, exist_ok=True)
    torch.save(buckets, kept)
    return buckets
