"""A trained model as either a checkpoint of `pretrain.py` (a file) or a model package (a folder)."""
import json
import re
from pathlib import Path

import torch
from safetensors.torch import load_file

from network import Adit


def snake(name):
    return re.sub("([A-Z])", lambda m: "_" + m[1].lower(), name)


def load(path):
    """The networks in float32, in evaluation mode, with the latent normalisation of the file."""
    path = Path(path)
    if path.is_file():
        kept = torch.load(path, weights_only=False, map_location="cpu")
        architecture, weights = kept["architecture"], kept["weights"]
    else:
        description = json.loads((path / "model.json").read_text())
        architecture = {snake(k): v for k, v in description["architecture"].items()}
        weights = {k: v.float() for k, v in load_file(path / "weights.safetensors").items()}
        weights |= {f"latent_{k}": torch.tensor(v) for k, v in description["latent"].items()}
    model = Adit(architecture).eval()
    model.load_state_dict(weights)
    return model
