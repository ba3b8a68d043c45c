"""PoseBusters on the records of an SDF file, with the bonds that stand there; records without bonds are left out.

    python run_posebusters.py FILE.sdf RESULT.tsv [--energy] [--first N] [--seconds 20]

Writes the record's number (from 0) and one column for each check. Goes on where an earlier run of the same command stopped.
"""
import argparse
import itertools
from pathlib import Path

from rdkit import Chem, RDLogger

import limited


def busting(energy):
    import logging
    from posebusters import PoseBusters
    RDLogger.DisableLog("rdApp.*")
    logging.disable(logging.CRITICAL)
    buster = PoseBusters(config="mol" if energy else "mol_fast", max_workers=0)
    for module in buster.config["modules"]:
        if module["function"] == "energy_ratio":
            module["parameters"]["num_threads"] = 1
    chosen = [(m["name"], key, m.get("rename_outputs", {}).get(key, key))
              for m in buster.config["modules"] for key in m.get("chosen_binary_test_output", [])]
    chosen = list({name: (module, key, name) for module, key, name in chosen}.values())
    # The public face makes a data frame for each molecule, which takes longer than the checks.
    buster._initialize_modules()

    def bust(block):
        found = {(module, key): value for module, key, value in
                 buster._run_one_pose({"mol_pred": Chem.MolFromMolBlock(block, sanitize=False, removeHs=False)})}
        if energy:
            found["Energy ratio", "ratio"] = found.get(("Energy ratio", "energy_ratio"))
        return {name: found.get((module, key)) for module, key, name in chosen} | (
            {"ratio": found["Energy ratio", "ratio"]} if energy else {})
    return bust


def records(path):
    with open(path) as lines:
        while record := list(itertools.takewhile(lambda line: line.strip() != "$$$$", lines)):
            yield "".join(itertools.takewhile(lambda line: not line.startswith("> "), record))


def bonds(block):
    return int(block.split("\n")[3][3:6])


def main():
    options = argparse.ArgumentParser()
    options.add_argument("sdf")
    options.add_argument("result", type=Path)
    options.add_argument("--energy", action="store_true")
    options.add_argument("--first", type=int)
    options.add_argument("--seconds", type=float, default=20)
    given = options.parse_args()
    done = int(given.result.read_text().splitlines()[-1].split("\t")[0]) if given.result.exists() else -1
    numbered = [(i, block) for i, block in enumerate(itertools.islice(records(given.sdf), given.first))
                if bonds(block) and i > done]
    with open(given.result, "a") as out:
        answers = limited.results(lambda: busting(given.energy), (block for _, block in numbered), given.seconds)
        for (i, _), answer in zip(numbered, answers):
            columns = answer.items() if isinstance(answer, dict) else [("", answer)]
            print(i, *(f"{name}={value}" for name, value in columns), sep="\t", file=out, flush=True)


main()
