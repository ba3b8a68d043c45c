"""Writes the structures of a container (models/reference/dataset.py says what that is) as XYZ or extended XYZ.

    python write_structures.py DATA.ats.gz OUT.xyz|OUT.extxyz [--first N] [--copies EVERY] [--noise A]

`--copies 3` writes, after all crystals, every third one again: another basis, origin and order of atoms, mirrored axes,
and a cell of 1, 2 or 3 times the volume. `--noise` moves every coordinate of the copies by Gaussian noise of so many angstrom.
"""
import argparse
import gzip
import json
import struct

import numpy as np

SYMBOLS = """X H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr
Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi
Po At Rn Fr Ra Ac Th Pa U Np Pu""".split()


def structures(path):
    """Numbers, positions in angstrom, and the rows of the lattice or None."""
    data = gzip.open(path, "rb").read()
    length, = struct.unpack("<I", data[4:8])
    header = json.loads(data[8:8 + length])
    arrays = {a["name"]: np.frombuffer(data, a["dtype"], int(np.prod(a["shape"])), 8 + length + a["offset"])
              .reshape(a["shape"]) for a in header["arrays"]}
    ends = np.cumsum(arrays["num_atoms"].astype(int))
    for i, end in enumerate(ends):
        part = slice(end - int(arrays["num_atoms"][i]), end)
        lattice = arrays["lattice"][i].astype(float) if "lattice" in arrays else None
        if lattice is not None:
            positions = arrays["frac_coords"][part].astype(float) @ lattice
        else:
            positions = arrays["positions"][part] if "positions" in arrays else arrays["positions_i16"][part] * 1e-3
        yield arrays["atomic_numbers"][part].astype(int), positions, lattice


def copy(numbers, positions, lattice, times, random, noise):
    basis = lattice.copy()
    basis[1] += random.integers(-1, 2) * basis[0]
    basis[2] += random.integers(-1, 2) * basis[1]
    all_positions = np.concatenate([positions + k * basis[0] for k in range(times)])
    basis[0] *= times
    all_positions = all_positions + random.random(3) @ basis + noise * random.standard_normal(all_positions.shape)
    order = random.permutation(len(all_positions))
    return np.tile(numbers, times)[order], all_positions[order], basis[::-1]


def write(out, name, numbers, positions, lattice):
    if lattice is None:
        comment = name
    else:
        comment = (f'Lattice="{" ".join(format(x, ".8f") for x in lattice.ravel())}" Properties=species:S:1:pos:R:3'
                   f' name={name} pbc="T T T"')
    rows = (f"{SYMBOLS[z]} {x:.6f} {y:.6f} {w:.6f}" for z, (x, y, w) in zip(numbers, positions))
    out.write(f"{len(numbers)}\n{comment}\n" + "\n".join(rows) + "\n")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data")
    options.add_argument("out")
    options.add_argument("--first", type=int)
    options.add_argument("--copies", type=int, default=0)
    options.add_argument("--noise", type=float, default=0)
    given = options.parse_args()
    read = list(structures(given.data))[:given.first]
    random = np.random.default_rng(1)
    with open(given.out, "w") as out:
        for i, structure in enumerate(read):
            write(out, str(i), *structure)
        for k, i in enumerate(range(0, len(read), given.copies) if given.copies else ()):
            write(out, f"copy-of-{i}", *copy(*read[i], 1 + k % 3, random, given.noise))


main()
