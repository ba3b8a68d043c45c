"""Damages real molecules on purpose, and counts what `adit check` says about them.

    python damage_molecules.py FILE.sdf FOLDER [--every 3] [--first 1500]     writes FOLDER/<damage>.xyz
    python damage_molecules.py --count FOLDER                                reads FOLDER/<damage>.json

The molecules come with the bonds of `adit check --output FILE.sdf`. Each gets every damage that it allows, once: a hydrogen
removed, an atom moved by 0.4 A in some direction, the places of two atoms of different elements exchanged, a ring flattened
(one that has an atom 0.25 A or more off its plane; side chains move with it), a bond outside of rings stretched by 30 %, and what
is behind such a bond moved away by 4 A.
"""
import argparse
import itertools
import json
from collections import Counter, deque
from pathlib import Path

import numpy as np

MOVED, BENT, STRETCHED, SPLIT = 0.4, 0.25, 0.3, 4.0


def molecules(path):
    for record in Path(path).read_text().split("$$$$\n"):
        lines = record.split("\n")
        if len(lines) > 4:
            atoms, bonds = int(lines[3][:3]), int(lines[3][3:6])
            rows = [line.split() for line in lines[4:4 + atoms]]
            pairs = [(int(line[:3]) - 1, int(line[3:6]) - 1) for line in lines[4 + atoms:4 + atoms + bonds]]
            yield [row[3] for row in rows], np.array([row[:3] for row in rows], float), pairs


def neighbours(count, bonds):
    around = [[] for _ in range(count)]
    for a, b in bonds:
        around[a].append(b)
        around[b].append(a)
    return around


def path(around, start, end):
    """The shortest way from start to end that does not use the bond between them; None where there is none."""
    before, queue = {start: None}, deque([start])
    while queue:
        atom = queue.popleft()
        for other in around[atom]:
            if other not in before and (atom, other) != (start, end):
                before[other] = atom
                queue.append(other)
    way = [end] if end in before else None
    while way and before[way[-1]] is not None:
        way.append(before[way[-1]])
    return way


def behind(around, atom, closed):
    """The atoms that are reached from `atom` without those that are closed."""
    reached, queue = {atom}, [atom]
    while queue:
        for other in around[queue.pop()]:
            if other not in reached and other not in closed:
                reached.add(other)
                queue.append(other)
    return reached


def removed(random, elements, xyz, bonds):
    hydrogens = [i for i, element in enumerate(elements) if element == "H"]
    if hydrogens:
        lost = random.choice(hydrogens)
        return np.delete(elements, lost), np.delete(xyz, lost, axis=0)


def moved(random, elements, xyz, bonds):
    way = random.standard_normal(3)
    xyz[random.integers(len(xyz))] += MOVED * way / np.linalg.norm(way)
    return elements, xyz


def exchanged(random, elements, xyz, bonds):
    pairs = [(i, j) for i in range(len(xyz)) for j in range(i) if elements[i] != elements[j]]
    if pairs:
        i, j = random.choice(pairs)
        xyz[[i, j]] = xyz[[j, i]]
        return elements, xyz


def flattened(random, elements, xyz, bonds):
    around = neighbours(len(xyz), bonds)
    rings = {tuple(sorted(ring)) for a, b in bonds if (ring := path(around, a, b))}
    for ring in sorted(rings, key=lambda ring: (len(ring), ring)):
        centre = xyz[list(ring)].mean(axis=0)
        normal = np.linalg.svd(xyz[list(ring)] - centre)[2][2]
        off = {atom: (xyz[atom] - centre) @ normal for atom in ring}
        chains = {atom: set().union(*(behind(around, other, set(ring)) for other in around[atom] if other not in ring), set())
                  for atom in ring}
        alone = sum(map(len, chains.values())) == len(set().union(*chains.values()))
        if max(map(abs, off.values())) >= BENT and alone:
            for atom in ring:
                xyz[[atom, *chains[atom]]] -= off[atom] * normal
            return elements, xyz


def along(random, xyz, bonds, step, heavy, elements):
    around = neighbours(len(xyz), bonds)
    bridges = [(a, b) for a, b in bonds if path(around, a, b) is None
               and not (heavy and "H" in (elements[a], elements[b]))]
    if not bridges:
        return None
    a, b = random.choice(bridges)
    bond = xyz[b] - xyz[a]
    xyz[list(behind(around, b, {a}))] += bond * step(np.linalg.norm(bond))
    return elements, xyz


def stretched(random, elements, xyz, bonds):
    return along(random, xyz, bonds, lambda length: STRETCHED, False, elements)


def split(random, elements, xyz, bonds):
    return along(random, xyz, bonds, lambda length: SPLIT / length, True, elements)


DAMAGES = removed, moved, exchanged, flattened, stretched, split


def write(given):
    random = np.random.default_rng(given.seed)
    folder = Path(given.folder)
    folder.mkdir(parents=True, exist_ok=True)
    outs = {damage: open(folder / f"{damage.__name__}.xyz", "w") for damage in DAMAGES}
    for number, (elements, xyz, bonds) in zip(
            range(given.first), itertools.islice(molecules(given.sdf), 0, None, given.every)):
        for damage in DAMAGES:
            damaged = damage(random, elements, xyz.copy(), bonds)
            if damaged:
                rows = (f"{element} {x:.4f} {y:.4f} {z:.4f}\n" for element, (x, y, z) in zip(*damaged))
                outs[damage].write(f"{len(damaged[1])}\n{number * given.every}\n" + "".join(rows))


def count(folder):
    for damage in DAMAGES:
        found = json.load(open(Path(folder) / f"{damage.__name__}.json"))["structures"]
        reasons = Counter(our["reason"] or our["implausible_check"] or "" for our in found)
        passed = [our["name"] for our in found if our["valid"] and our["plausible"]]
        print(f"{damage.__name__}: {len(found)} damaged, {100 * (1 - len(passed) / len(found)):.1f} % refused;",
              ", ".join(f"{reason} {n}" for reason, n in reasons.most_common() if reason), "; passed:", *passed[:10])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("sdf", nargs="?")
    options.add_argument("folder")
    options.add_argument("--first", type=int, default=1500)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--count", action="store_true")
    given = options.parse_args()
    count(given.folder) if given.count else write(given)


main()
