"""Figures of `adit check --format json` on crystals beside what is recorded of them.

    python compare_crystals.py CHECK.json TABLE.tsv [--smact RESULT.tsv]

TABLE.tsv has the columns "formula" and "spacegroup", in the order of the checked file.
"""
import argparse
import csv
import json

options = argparse.ArgumentParser()
options.add_argument("check")
options.add_argument("table")
options.add_argument("--smact")
given = options.parse_args()
report = json.load(open(given.check))
ours = report["structures"]
rows = list(csv.DictReader(open(given.table), delimiter="\t"))[:len(ours)]


def tell(what, count, of):
    print(f"{what}: {count} of {of}, {100 * count / of:.2f} %")


def tell_smact(check, verdicts):
    differ = [(row["formula"], theirs) for own, row, theirs in zip(verdicts, rows, smact) if own != theirs]
    tell(f"'{check}' as SMACT's", len(verdicts) - len(differ), len(verdicts))
    print("differ (1: only SMACT accepts):", *(f"{formula}:{theirs:d}" for formula, theirs in differ))


STRUCTURAL = {"cell", "minimum distance", "density"}
tell("structurally valid", sum(not STRUCTURAL & set(our["failed_checks"]) for our in ours), len(ours))
print("valid", report["valid"], "of them different", report["unique"])
for key in ("space_group_number", "space_group_number_at_0_01_"):
    found = [(our[key], int(row["spacegroup"])) for our, row in zip(ours, rows) if key in our]
    if found:
        tell(key, sum(a == b for a, b in found), len(found))
if given.smact:
    smact = [line.split("\t")[1].strip() == "1" for line in open(given.smact)]
    tell_smact("charge neutrality", ["charge neutrality" not in our["failed_checks"] for our in ours])
    if "other_conventions" in ours[0]:  # by `check --compare`
        tell_smact("neutral by SMACT", [our["other_conventions"]["neutral by SMACT"] for our in ours])
