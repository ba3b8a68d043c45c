"""SMACT's verdict (`smact_validity` with its defaults) on each formula of a table.

    python run_smact.py TABLE.tsv RESULT.tsv [--metals Pm]

TABLE.tsv has a column "formula". `--metals` adds elements to SMACT's list of metals, where it lacks one.
"""
import argparse
import csv
import functools
import warnings

import smact
from smact.screening import smact_validity

warnings.filterwarnings("ignore")
options = argparse.ArgumentParser()
options.add_argument("table")
options.add_argument("result")
options.add_argument("--metals", nargs="*", default=[])
given = options.parse_args()
smact.metals.extend(given.metals)
valid = functools.cache(smact_validity)
with open(given.table) as table, open(given.result, "w") as out:
    for row in csv.DictReader(table, delimiter="\t"):
        print(row["formula"], int(valid(row["formula"])), sep="\t", file=out, flush=True)
