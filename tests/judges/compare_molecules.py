"""Confusion tables of `adit check --format json` beside RDKit, PoseBusters and reference SMILES (a table with a column "smiles").

    python compare_molecules.py CHECK.json [--rdkit RESULT.tsv] [--posebusters RESULT.tsv] [--smiles TABLE.tsv] [--examples 3]

Structures are matched by their order in the file that all three read.
"""
import argparse
import csv
import json
import re
from collections import Counter, defaultdict

CHECKS = {"Bond lengths": "bond lengths", "Bond angles": "bond angles", "Internal steric clash": "clash of free atoms",
          "Aromatic ring flatness": "flat aromatic rings", "Double bond flatness": "flat double bonds",
          "Non-aromatic ring non-flatness": "puckered rings", "All atoms connected": "connected", "No radicals": "radical",
          "Internal energy": "strain"}


def without_stereo(inchi):
    return re.sub(r"/[btms][^/]*", "", inchi or "")


def tell(title, cells, examples):
    print(title, sum(map(len, cells.values())))
    for cell, members in sorted(cells.items(), key=str):
        print(f"    {cell}: {len(members)}   {members[:examples]}")


def rdkit(ours, path, examples):
    cells, reasons = defaultdict(list), Counter()
    for line in open(path):
        number, outcome, parts, radicals, inchi = line.rstrip("\n").split("\t")
        our = ours[int(number)]
        theirs = outcome == "found" and parts == "1" and radicals == "0"
        same = our["valid"] and theirs and without_stereo(our["inchi"]) == without_stereo(inchi)
        cell = ("same InChI" if same else "other InChI" if our["valid"] and theirs else "only ours" if our["valid"]
                else "only RDKit" if theirs else "neither")
        cells[cell].append(int(number))
        if cell == "only RDKit":
            reasons[our["reason"]] += 1
        if outcome not in ("found", "none"):
            reasons[outcome] += 1
    tell("RDKit", cells, examples)
    print("    reasons where only RDKit says yes, and what RDKit did not finish:", dict(reasons))


def posebusters(ours, path, examples):
    tables = defaultdict(lambda: defaultdict(list))
    for line in open(path):
        number, *columns = line.rstrip("\n").split("\t")
        theirs = dict(column.split("=", 1) for column in columns)
        our = ours[int(number)]
        for name, check in CHECKS.items():
            if name in theirs:
                mine = "ours fails" if check in our["failed_checks"] else "ours passes"
                tables[name][mine, theirs[name]].append(int(number))
        for name in sorted(theirs.keys() - CHECKS.keys() - {"ratio"}):
            tables[name][theirs[name],].append(int(number))
    for name, cells in tables.items():
        tell(name, cells, examples)


def smiles(ours, path, examples):
    from rdkit import Chem, RDLogger
    RDLogger.DisableLog("rdApp.*")
    cells = defaultdict(list)
    for number, (our, row) in enumerate(zip(ours, csv.DictReader(open(path), delimiter="\t"))):
        known = Chem.MolFromSmiles(row["smiles"]) if row["smiles"] else None
        same = known and without_stereo(Chem.MolToInchi(known)) == without_stereo(our.get("inchi"))
        cells["no reference" if known is None else "same InChI" if same else "other InChI"].append(number)
    tell("Reference SMILES", cells, examples)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("check")
    options.add_argument("--rdkit")
    options.add_argument("--posebusters")
    options.add_argument("--smiles")
    options.add_argument("--examples", type=int, default=3)
    given = options.parse_args()
    ours = json.load(open(given.check))["structures"]
    if given.rdkit:
        rdkit(ours, given.rdkit, given.examples)
    if given.posebusters:
        posebusters(ours, given.posebusters, given.examples)
    if given.smiles:
        smiles(ours, given.smiles, given.examples)


main()
