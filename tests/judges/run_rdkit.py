"""RDKit's bond determination (total charge 0) on the molecules of an XYZ file.

    python run_rdkit.py FILE.xyz RESULT.tsv [--first N] [--seconds 10]

Writes number, outcome, number of parts, number of radical electrons and InChI of each. Goes on where an earlier run stopped.
"""
import argparse
import itertools
from pathlib import Path

from rdkit import Chem, RDLogger
from rdkit.Chem import rdDetermineBonds

import limited


def frames(path):
    with open(path) as lines:
        while count := next(lines, "").strip():
            atoms = list(itertools.islice(lines, 1, int(count) + 1))
            yield f"{count}\n\n" + "\n".join(" ".join(atom.split()[:4]) for atom in atoms)


def determining():
    RDLogger.DisableLog("rdApp.*")

    def determine(block):
        try:
            molecule = Chem.MolFromXYZBlock(block)
            rdDetermineBonds.DetermineBonds(molecule, charge=0, embedChiral=False)
            return ("found", len(Chem.GetMolFrags(molecule)), sum(a.GetNumRadicalElectrons() for a in molecule.GetAtoms()),
                    Chem.MolToInchi(molecule, options="/SNon"))
        except (ValueError, RuntimeError, Chem.rdchem.KekulizeException):
            return "none", 0, 0, ""
    return determine


def main():
    options = argparse.ArgumentParser()
    options.add_argument("xyz")
    options.add_argument("result", type=Path)
    options.add_argument("--first", type=int)
    options.add_argument("--seconds", type=float, default=10)
    given = options.parse_args()
    done = len(given.result.read_text().splitlines()) if given.result.exists() else 0
    blocks = itertools.islice(frames(given.xyz), done, given.first)
    with open(given.result, "a") as out:
        for i, answer in enumerate(limited.results(determining, blocks, given.seconds), done):
            print(i, *((answer, 0, 0, "") if isinstance(answer, str) else answer), sep="\t", file=out, flush=True)


main()
