"""Writes a trained model as the draft of a model package: weights.safetensors and draft.json.

    python export.py --model RUN/model.pt --latents RUN/latents.pt --data DIR --id adit-qm9-mp20 --output DRAFT

`./adit models assemble DRAFT --output models/adit-qm9-mp20` then adds the ONNX graphs and the checksums; MODEL_CARD.md
and LICENSE are written by hand beside the draft.
"""
import argparse
import json
from collections import Counter
from pathlib import Path

import torch
from safetensors.torch import save_file

import dataset
from checkpoint import load

TRAINING_DATA = [
    dict(name="QM9, 100,000 molecules of C, H, N, O", licence="CC0-1.0",
         attribution="Ramakrishnan, Dral, Rupp, von Lilienfeld, Sci. Data 1, 140022 (2014), "
                     "doi 10.6084/m9.figshare.c.978904"),
    dict(name="Materials Project, 43,651 crystals of up to 20 atoms", licence="CC-BY-4.0",
         attribution="Jain et al., APL Materials 1, 011002 (2013), doi 10.1063/1.4812323; MP-20 selection of "
                     "Xie et al., arXiv 2110.06197"),
]
CONVENTIONS = dict(pose="principal-axes/1", moleculeOrder="walk/1", cell="niggli/1", crystalOrder="electronegativity/1")


def camel(name):
    head, *tail = name.split("_")
    return head + "".join(part.capitalize() for part in tail)


def description(architecture, latent_mean, latent_scale, kinds, **fields):
    """The keys of model.json, without the list of files."""
    latent = dict(mean=[round(float(x), 6) for x in latent_mean], scale=[round(float(x), 6) for x in latent_scale])
    return dict(format="adit-model-package/1", architecture={camel(k): v for k, v in architecture.items()}, latent=latent,
                kinds=kinds, **fields)


def kind(path, row):
    """Histograms of what was trained on."""
    arrays = dataset.read_container(path)[1]
    counts = Counter(arrays["num_atoms"].tolist())
    groups = Counter(arrays["spacegroup"].tolist()) if "spacegroup" in arrays else {}
    return dict(dataset=row, atomCounts={str(k): counts[k] for k in sorted(counts)},
                elements=sorted(set(arrays["atomic_numbers"].tolist())),
                spaceGroups={str(k): groups[k] for k in sorted(groups) if k})


def write_means(directory, latents):
    """Mean latents of the training structures, one tensor for each kind and atom count; the program fits mixtures to them."""
    names = {dataset.MOLECULE: "molecule", dataset.CRYSTAL: "crystal"}
    save_file({f"{names[kind]}.{values.shape[1]}": values.float().mean(1).contiguous()
               for kind, values in torch.load(latents, map_location="cpu")["train"]}, directory / "means.safetensors")


def write_draft(directory, model, half=False, **fields):
    directory.mkdir(parents=True, exist_ok=True)
    weights = {k: v.contiguous().to(torch.float16 if half else torch.float32).clone()
               for k, v in model.state_dict().items() if not k.startswith("latent_")}
    save_file(weights, directory / "weights.safetensors")
    draft = description(model.architecture, model.latent_mean, model.latent_scale, **fields)
    (directory / "draft.json").write_text(json.dumps(draft, indent=2) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--id", required=True)
    parser.add_argument("--output", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--guidance", type=float, default=1.0)
    parser.add_argument("--churn", type=float, default=0.5)
    parser.add_argument("--noise-scale", type=float, default=1.0)
    parser.add_argument("--mean-scale-crystal", type=float, default=1.0,
                        help="scale of the deviations of drawn mean latents of crystals from their components")
    parser.add_argument("--latents", type=Path, required=True, help="latents.pt of the run")
    parser.add_argument("--metrics", type=Path, help="JSON object with the figures of the model card")
    parser.add_argument("--half", action="store_true", help="16-bit weights on disk")
    args = parser.parse_args()
    model = load(args.model)
    metrics = json.loads(args.metrics.read_text()) if args.metrics else {}
    write_draft(args.output, model, args.half, id=args.id,
                description="Molecules (C, H, N, O) and inorganic crystals from one latent diffusion model",
                sampler=dict(name="stochastic-flow/1", steps=args.steps, guidance=args.guidance,
                             churn=args.churn, noiseScale=args.noise_scale),
                kinds=dict(molecule=kind(args.data / "qm9/qm9_train.i16.ats.gz", dataset.MOLECULE),
                           crystal=dict(kind(args.data / "mp20/train_like.ats.gz", dataset.CRYSTAL),
                                        meanScale=args.mean_scale_crystal)),
                conventions=CONVENTIONS, trainingData=TRAINING_DATA, metrics=metrics, licence="CC-BY-4.0")
    write_means(args.output, args.latents)
    print("wrote", args.output)


if __name__ == "__main__":
    main()
