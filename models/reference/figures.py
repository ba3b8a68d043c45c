"""All figures of a model card: draws structures with the program itself, has them judged by it, beside those of val.

    pip install torch safetensors numpy matplotlib
    python figures.py --package ../adit-qm9-mp20 --data DATA --count 10000 --work WORK

Runs `./adit generate --keep all` and `./adit check` for both kinds; the same judge sees the val split. `WORK` receives the
structures, the reports, `metrics.json` (the card's figures), the same as the tables of the card in `figures.md`, and the pictures
`molecules.svg` and `crystals.svg`. What is there already is not drawn again.
"""
import argparse
import json
import os
import re
import subprocess
from collections import Counter
from pathlib import Path

import numpy as np
import torch

import conventions
import dataset
import evaluate
from card import tables
from checkpoint import load

ROOT = Path(__file__).resolve().parents[2]
VAL = dict(molecule="qm9/qm9_val.i16.ats.gz", crystal="mp20/val_official_biternary.ats.gz")
SUFFIX = dict(molecule=".xyz", crystal=".extxyz")


def adit(*arguments, output=None):
    """Runs the program from its root; what it prints goes to a file when one is named."""
    print("adit", *arguments, flush=True)
    with open(output or os.devnull, "w") as file:
        subprocess.run([ROOT / "adit", *map(str, arguments)], stdout=file, cwd=ROOT, check=True)


def drawn(kind, args):
    """The raw structures of one kind and how many came in a second."""
    file = args.work / f"{kind}{SUFFIX[kind]}"
    if not file.exists():
        adit("generate", "--kind", kind, "--count", args.count, "--keep", "all", "--seed", args.seed, "--quiet",
             "--model", args.package.resolve(), "--output", file)
    run = json.loads(Path(f"{file}.run.json").read_text())
    return file, run["counts"]["drawn"] / run["seconds"]


def val(kind, args):
    """The val split as the learned conventions show it, in a file that the program reads."""
    file = args.work / f"val-{kind}{SUFFIX[kind]}"
    if not file.exists():
        buckets = dataset.load(args.data / VAL[kind], args.work / "cache")
        rows = ((b.types[i], b.positions[i], b.fractional[i], torch.cat([b.lattice[i, :3] * b.atoms ** (1 / 3), b.lattice[i, 3:]]))
                for b in buckets for i in range(len(b)))
        evaluate.write_xyz(file, rows, kind == "crystal")
    return file


def judged(file, *novelty):
    report = file.with_suffix(".json")
    if not report.exists():
        adit("check", "--all", *novelty, "--format", "json", file.resolve(), output=report)
    return json.loads(report.read_text())


def shares(report):
    """Of all structures: valid, and passed in every check; of the valid: unique; of the unique: not in the training data."""
    total = report["total"]
    uncharged = sum(s["valid"] and not re.search(r"[+-]\d?\]", s.get("smiles") or "") for s in report["structures"])
    return dict(total=total, valid=report["valid"] / total, uncharged=uncharged / total,
                unique=report["unique"] / max(1, report["valid"]),
                novel=report["novel"] / max(1, report["unique"]) if "novel" in report else None,
                checks={name: c["passed"] / max(1, c["passed"] + c["failed"]) for name, c in report["checks"].items()},
                reasons={name: n for name, n in report["reasons"].items() if name != "known"})


def structures(file):
    """(symbols, positions Angstrom, lattice or None) of every frame of an (extended) XYZ file."""
    with open(file) as lines:
        for line in lines:
            head = next(lines)
            cell = re.search('Lattice="([^"]*)"', head)
            atoms = [next(lines).split() for _ in range(int(line))]
            yield ([a[0] for a in atoms], np.array([a[1:4] for a in atoms], float),
                   np.array(cell[1].split(), float).reshape(3, 3) if cell else None)


def bond_lengths(file, pairs, limit=5000):
    """Distances of bonded atoms (sum of covalent radii + 0.3 Angstrom) for each pair of elements."""
    number = {symbol: z for z, symbol in enumerate(evaluate.SYMBOLS)}
    found = {pair: [] for pair in pairs}
    for k, (symbols, positions, _) in enumerate(structures(file)):
        if k == limit:
            break
        radii = np.array([conventions.COVALENT_RADII[number[s]] for s in symbols])
        i, j = np.triu_indices(len(symbols), 1)
        distances = np.linalg.norm(positions[i] - positions[j], axis=1)
        for a, b, d in zip(i, j, distances):
            if d < radii[a] + radii[b] + 0.3:
                pair = "–".join(sorted((symbols[a], symbols[b])))
                if pair in found:
                    found[pair].append(d)
    return found


def pictures(args, files, reports):
    import matplotlib
    matplotlib.use("svg")
    import matplotlib.pyplot as plot

    def beside(axis, values, title, bins):
        for data, name, style in zip(values, ("val", "drawn"), (dict(color="0.8", histtype="stepfilled"),
                                                               dict(color="#b5372e", histtype="step", linewidth=1.2))):
            axis.hist(data, bins, density=True, label=name, **style)
        axis.set_title(title, fontsize=9)
        axis.tick_params(labelsize=7)
        axis.set_yticks([])

    def bars(axis, values, title, most=20):
        shares = [Counter(v) for v in values]
        names = [n for n, _ in shares[0].most_common(most)]
        for k, (count, color) in enumerate(zip(shares, ("0.8", "#b5372e"))):
            axis.bar(np.arange(len(names)) + 0.4 * k, [count[n] / sum(count.values()) for n in names], 0.4, color=color)
        axis.set_xticks(np.arange(len(names)) + 0.2, names, fontsize=6, rotation=90 if len(names) > 6 else 0)
        axis.set_title(title, fontsize=9)
        axis.set_yticks([])

    for kind in VAL:
        both = [list(structures(f)) for f in files[kind]]
        sizes = [[len(s) for s, *_ in rows] for rows in both]
        elements = [[x for s, *_ in rows for x in s] for rows in both]
        figure, axes = plot.subplots(2, 3, figsize=(9, 4.5))
        axes = axes.ravel()
        beside(axes[0], sizes, "atoms", np.arange(0.5, max(map(max, sizes)) + 1))
        bars(axes[1], elements, "elements (share of atoms)")
        if kind == "molecule":
            lengths = [bond_lengths(f, ("C–C", "C–H", "C–O", "C–N")) for f in files[kind]]
            for axis, (pair, start, end) in zip(axes[2:], (("C–C", 1.1, 1.8), ("C–H", 0.95, 1.3), ("C–O", 1.1, 1.6),
                                                           ("C–N", 1.1, 1.7))):
                beside(axis, [found[pair] for found in lengths], f"{pair} bonds (Å)", np.linspace(start, end, 60))
        else:
            volumes = [[abs(np.linalg.det(c)) / len(s) for s, _, c in rows] for rows in both]
            beside(axes[2], volumes, "volume per atom (Å³)", np.linspace(0, 60, 60))
            beside(axes[3], [[s["density"] for s in r["structures"]] for r in reports[kind]], "density (g/cm³)",
                   np.linspace(0, 20, 60))
            beside(axes[4], [[len(set(s)) for s, *_ in rows] for rows in both], "elements in a cell", np.arange(0.5, 9))
            beside(axes[5], [[s.get("space_group_number", 1) for s in r["structures"]] for r in reports[kind]],
                   "space group", np.linspace(0.5, 230.5, 47))
        axes[0].legend(fontsize=7, frameon=False)
        figure.tight_layout()
        figure.savefig(args.work / f"{kind}s.svg")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    args.work = args.work.resolve()
    args.work.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(args.seed)
    model = load(args.package)
    metrics, files, reports = dict(samples=args.count, seed=args.seed), {}, {}
    for kind in VAL:
        file, rate = drawn(kind, args)
        files[kind] = (val(kind, args), file)
        reports[kind] = [judged(files[kind][0]),
                         judged(file, "--novel-against", "training", "--model", args.package.resolve())]
        buckets = dataset.load(args.data / VAL[kind], args.work / "cache")
        metrics[kind] = dict(rate=rate, val=shares(reports[kind][0]), drawn=shares(reports[kind][1]),
                             reconstruction=evaluate.reconstruction(model, buckets, len(buckets) * 1000),
                             denoised=[evaluate.denoised(model, buckets, 1000, t)[0] for t in (0.3, 0.5, 0.7, 0.8, 0.9, 0.95)])
    (args.work / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n")
    (args.work / "figures.md").write_text(tables(metrics))
    pictures(args, files, reports)


if __name__ == "__main__":
    main()
