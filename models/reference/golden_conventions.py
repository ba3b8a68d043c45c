"""Writes made-up structures and the arrays that `conventions.py` gives for them, for the test of the conventions in Java.

    python golden_conventions.py FOLDER/golden.json

FOLDER is src_test/net/bioclipse/adit/finetuning/conventions of the bundle net.bioclipse.adit.finetuning.

A structure is `exact` when noise of 1e-7 in its input leaves its arrays alone; the pose or order of the others is decided by
rounding, and only their distances can be compared.
"""
import json
import sys

import numpy as np

import conventions
from dataset import normalised

TETRAHEDRON = np.array([[1, 1, 1], [1, -1, -1], [-1, 1, -1], [-1, -1, 1]]) / 3 ** .5


def ring(count, radius):
    turns = 2 * np.pi * np.arange(count) / count
    return np.stack([radius * np.cos(turns), radius * np.sin(turns), 0 * turns], 1)


def molecules(random):
    """Symmetric ones, chains with and without hydrogens, loose atoms."""
    yield "one atom", [6], [[1., 2, 3]]
    yield "hydrogen", [1, 1], [[0, 0, 0], [.74, 0, 0]]
    yield "water", [1, 8, 1], [[.757, .586, 0], [0, 0, 0], [-.757, .586, 0]]
    yield "carbon dioxide", [8, 6, 8], [[0, 0, -1.16], [0, 0, 0], [0, 0, 1.16]]
    yield "hydrogen cyanide", [1, 6, 7], [[0, 0, -1.06], [0, 0, 0], [0, 0, 1.16]]
    yield "methane", [1, 1, 1, 1, 6], [*1.09 * TETRAHEDRON, [0, 0, 0]]
    yield "benzene", [6] * 6 + [1] * 6, [*ring(6, 1.39), *ring(6, 2.48)]
    lengths = np.array([1.09, 1.35, 1.77, 1.94])
    yield "chlorofluorobromomethane", [6, 1, 9, 17, 35], [[0, 0, 0], *lengths[:, None] * TETRAHEDRON]
    waters = [[0, 0, 0], [.96, 0, 0], [-.24, .93, 0], [2.9, .3, .2], [3.3, 1.1, .4], [3.2, -.5, .6]]
    yield "two waters", [8, 1, 1, 8, 1, 1], waters
    for atoms in (4, 7, 9, 13, 18, 24):
        chain, numbers = [np.zeros(3)], [6]
        while len(chain) < atoms:
            direction = random.normal(size=3)
            candidate = chain[random.integers(len(chain))] + random.uniform(1.3, 1.6) * direction / np.linalg.norm(direction)
            if min(np.linalg.norm(candidate - x) for x in chain) > 1.2:
                chain.append(candidate)
                numbers.append(int(random.choice([1, 1, 6, 6, 7, 8, 16])))
        yield f"random chain of {atoms}", numbers, chain


def crystals(random):
    """Given in primitive, conventional and skewed cells."""
    cube, fcc = np.eye(3), np.array([[0, .5, .5], [.5, 0, .5], [.5, .5, 0]])
    hexagonal = np.array([[1, 0, 0], [-.5, 3 ** .5 / 2, 0], [0, 0, 1.63]])
    skew = np.array([[1, 0, 0], [3, 1, 0], [-2, 4, 1]])
    perovskite = [[0, 0, 0], [.5, .5, .5], [.5, .5, 0], [.5, 0, .5], [0, .5, .5]]
    yield "rock salt", [17, 11], [[0, 0, 0], [.5, .5, .5]], 5.64 * fcc
    sites = np.repeat([[0, 0, 0], *fcc], 2, 0) + [[0, 0, 0], [.5, .5, .5]] * 4
    yield "rock salt, conventional", [11, 17] * 4, sites, 5.64 * cube
    yield "iron", [26], [[.3, .4, .5]], 1.433 * np.array([[-1, 1, 1], [1, -1, 1], [1, 1, -1]])
    yield "magnesium", [12, 12], [[1 / 3, 2 / 3, .25], [2 / 3, 1 / 3, .75]], 3.2 * hexagonal
    yield "diamond", [6, 6], [[0, 0, 0], [.25, .25, .25]], 3.57 * fcc
    yield "perovskite", [38, 22, 8, 8, 8], perovskite, 3.905 * cube
    yield "perovskite, skewed", [38, 22, 8, 8, 8], np.array(perovskite) @ np.linalg.inv(skew), 3.905 * skew
    u = .305
    oxygens = [[u, u, 0], [-u, -u, 0], [.5 + u, .5 - u, .5], [.5 - u, .5 + u, .5]]
    yield "rutile", [22, 22, 8, 8, 8, 8], [[0, 0, 0], [.5, .5, .5], *oxygens], np.diag([4.6, 4.6, 2.96])
    for atoms in (1, 2, 3, 5, 8, 12, 20):
        lattice = random.normal(size=(3, 3)) + 2 * np.eye(3)
        numbers = random.choice([1, 2, 8, 11, 22, 26, 57, 94], atoms).tolist()
        yield f"random cell of {atoms}", numbers, random.random((atoms, 3)), 3 * lattice
        yield f"random cell of {atoms}, skewed", numbers, random.random((atoms, 3)) * 3 - 1, 3 * skew @ lattice


def arrays(parts):
    return normalised(tuple(np.asarray(part, int if k == 0 else float) for k, part in enumerate(parts)))


def same(a, b):
    return all(np.allclose(x, y, atol=1e-5) for x, y in zip(a, b))


def entry(name, *parts, random):
    # The lattice goes through its parameters, which are all that a file gives.
    if len(parts) == 3:
        parts = (*parts[:2], conventions.lattice_matrix(conventions.lattice_parameters(np.asarray(parts[2]))))
    result = arrays(parts)
    shaken = [arrays((parts[0], *(np.asarray(p) + 1e-7 * random.normal(size=np.shape(p)) for p in parts[1:])))
              for _ in range(5)]
    keys = ("types", "positions", "fractional", "lattice")
    given = dict(zip(("numbers", "coordinates", "matrix"), (np.asarray(p).ravel().tolist() for p in parts)))
    return dict(name=name, exact=all(same(result, other) for other in shaken), **given,
                **{key: np.asarray(value).ravel().tolist() for key, value in zip(keys, result)})


def main():
    random = np.random.default_rng(1)
    entries = [entry(*given, random=random) for given in [*molecules(random), *crystals(random)]]
    with open(sys.argv[1], "w", encoding="utf-8", newline="\n") as file:
        file.write("[\n" + ",\n".join(json.dumps(e) for e in entries) + "\n]\n")
    print(len(entries), "structures, not exact:", [e["name"] for e in entries if not e["exact"]])


if __name__ == "__main__":
    main()
