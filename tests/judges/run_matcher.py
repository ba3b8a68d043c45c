"""pymatgen's StructureMatcher on pairs of structures of one extended XYZ file.

    python run_matcher.py FILE.extxyz [--pairs I,J ...]

Without `--pairs` every pair of one composition is matched. Prints the pairs that are merged, with which setting of
`primitive_cell`, and their root mean square distance in units of the cube root of the volume per atom.
"""
import argparse
import itertools
import warnings
from collections import defaultdict

from ase.io import iread
from pymatgen.analysis.structure_matcher import StructureMatcher
from pymatgen.io.ase import AseAtomsAdaptor

warnings.filterwarnings("ignore")
options = argparse.ArgumentParser()
options.add_argument("file")
options.add_argument("--pairs", nargs="*")
given = options.parse_args()
read = [AseAtomsAdaptor.get_structure(atoms) for atoms in iread(given.file, format="extxyz")]
if given.pairs:
    pairs = [tuple(map(int, pair.split(","))) for pair in given.pairs]
else:
    compositions = defaultdict(list)
    for i, structure in enumerate(read):
        compositions[structure.composition.reduced_formula].append(i)
    pairs = [pair for equal in compositions.values() for pair in itertools.combinations(equal, 2)]
for i, j in pairs:
    for primitive in (True, False):
        matcher = StructureMatcher(primitive_cell=primitive)
        if given.pairs or matcher.fit(read[i], read[j]):
            print(i, j, read[i].composition.reduced_formula, f"primitive_cell={primitive}", matcher.fit(read[i], read[j]),
                  matcher.get_rms_dist(read[i], read[j]), sep="\t", flush=True)
