"""The picture of the README: the first ten molecules of an SDF file over the first five crystals of an extended XYZ file.

    pip install numpy matplotlib
    python picture.py molecules.sdf crystals.extxyz generated.png

Balls and sticks in parallel projection, drawn by the depth of each pixel; a crystal is one cell with its edges.
"""
import math
import sys

import matplotlib
import numpy as np

matplotlib.use("agg")
import matplotlib.pyplot as plot

from evaluate import SYMBOLS
from figures import structures

TILE = (440, 520)  # pixels, height and width
COLOURS = {"H": (0.93, 0.93, 0.93), "C": (0.35, 0.35, 0.35), "N": (0.2, 0.35, 0.9),
           "O": (0.88, 0.1, 0.1)}
# Radii in crystals, Angstrom, of what is not a metal.
SMALL = dict.fromkeys("H B C N O F".split(), 0.3) | dict.fromkeys("S P Cl Se Br I".split(), 0.42)
TURN = np.array([[0.94, -0.34, 0.0], [0.12, 0.33, 0.94], [-0.32, -0.88, 0.35]])  # of crystals, so that the cell shows


def colour(symbol):
    """Fixed for what every molecule has, else one from the atomic number."""
    return COLOURS.get(symbol) or matplotlib.colormaps["tab20"](SYMBOLS.index(symbol) * 7 % 20)[:3]


def molecules(path, count):
    """(symbols, positions, bonds) of the records of an SDF file (V2000)."""
    for record in open(path).read().split("$$$$\n")[:count]:
        lines = record.split("\n")
        atoms, bonds = int(lines[3][:3]), int(lines[3][3:6])
        rows = [line.split() for line in lines[4:4 + atoms]]
        yield ([r[3] for r in rows], np.array([r[:3] for r in rows], float),
               [(int(line[:3]) - 1, int(line[3:6]) - 1) for line in lines[4 + atoms:4 + atoms + bonds]])


class Tile:
    """A picture with a depth for each pixel."""

    def __init__(self, extent):
        height, width = TILE
        self.scale = min(height, width) / extent
        self.x, self.y = np.meshgrid((np.arange(width) - width / 2) / self.scale,
                                     (height / 2 - np.arange(height)) / self.scale)
        self.depth, self.image = np.full(TILE, -np.inf), np.ones((*TILE, 3))

    def paint(self, mask, depth, light, rgb):
        front = mask & (depth > self.depth)
        self.depth[front] = depth[front]
        shade = np.clip(0.35 + 0.65 * light, 0, 1)[..., None]
        self.image[front] = (shade * np.array(rgb) + 0.25 * np.clip(light, 0, 1)[..., None] ** 24)[front].clip(0, 1)

    def ball(self, centre, radius, rgb):
        dx, dy = self.x - centre[0], self.y - centre[1]
        up = np.sqrt(np.clip(radius ** 2 - dx ** 2 - dy ** 2, 0, None))
        light = (-0.4 * dx + 0.5 * dy + 0.77 * up) / radius
        self.paint(up > 0, centre[2] + up, light, rgb)

    def stick(self, start, end, radius, rgb):
        along = end - start
        length = np.hypot(*along[:2])
        if length < 1e-6:
            return
        ex, ey = along[:2] / length
        part = np.clip(((self.x - start[0]) * ex + (self.y - start[1]) * ey) / length, 0, 1)
        side = (self.y - start[1] - part * along[1]) * ex - (self.x - start[0] - part * along[0]) * ey
        far = np.hypot(self.x - start[0] - part * along[0], self.y - start[1] - part * along[1])
        up = np.sqrt(np.clip(radius ** 2 - far ** 2, 0, None))
        light = ((0.4 * ey + 0.5 * ex) * side + 0.77 * up) / radius
        self.paint(up > 0, start[2] + part * along[2] + up, light, rgb)


def molecule_tile(symbols, positions, bonds):
    centred = positions - positions.mean(0)
    centred = centred @ np.linalg.svd(centred, full_matrices=False)[2].T
    tile = Tile(max(6.5, 1.1 * 2 * abs(centred[:, :2]).max() + 1))
    for a, b in bonds:
        middle = (centred[a] + centred[b]) / 2
        tile.stick(centred[a], middle, 0.13, colour(symbols[a]))
        tile.stick(middle, centred[b], 0.13, colour(symbols[b]))
    for symbol, at in zip(symbols, centred):
        tile.ball(at, 0.24 if symbol == "H" else 0.38, colour(symbol))
    return tile.image


def crystal_tile(symbols, positions, cell):
    corners = np.array([[i, j, k] for i in (0, 1) for j in (0, 1) for k in (0, 1)])
    middle = cell.sum(0) / 2
    ends = (corners @ cell - middle) @ TURN.T
    tile = Tile(1.15 * 2 * abs(ends[:, :2]).max() + 1)
    for a, b in ((a, b) for a in range(8) for b in range(a) if abs(corners[a] - corners[b]).sum() == 1):
        tile.stick(ends[a], ends[b], 0.05, (0.6, 0.6, 0.6))
    fractional = (positions @ np.linalg.inv(cell) + 0.05) % 1 - 0.05  # blurred atoms of a face stay on it
    for symbol, at in zip(symbols, fractional):
        for shift in corners:  # atoms on a face belong to both sides
            if np.all(at + shift < 1.05):
                tile.ball(((at + shift) @ cell - middle) @ TURN.T, SMALL.get(symbol, 0.55), colour(symbol))
    return tile.image


def formula(symbols, crystal):
    """Of a molecule in Hill order; of a crystal reduced, in the order of its file, which is that of electronegativity."""
    order = dict.fromkeys(symbols) if crystal else sorted(set(symbols), key=lambda s: (s != "C", s != "H", s))
    counts = {s: symbols.count(s) for s in order}
    divisor = math.gcd(*counts.values()) if crystal else 1
    return "".join(s + (f"$_{{{n // divisor}}}$" if n > divisor else "") for s, n in counts.items())


def main(sdf, extxyz, output):
    tiles = [(molecule_tile(*m), formula(m[0], False)) for m in molecules(sdf, 10)]
    tiles += [(crystal_tile(*c), formula(c[0], True)) for c, _ in zip(structures(extxyz), range(5))]
    figure, axes = plot.subplots(3, 5, figsize=(13, 7.4), dpi=100)
    for axis, (image, text) in zip(axes.ravel(), tiles):
        axis.imshow(image, interpolation="bilinear")
        axis.set_title(text, y=-0.12, fontsize=11)
        axis.axis("off")
    figure.tight_layout(pad=0.4)
    figure.savefig(output)


if __name__ == "__main__":
    main(*sys.argv[1:])
