"""The tables of a model card from the figures that `figures.py` measures."""

MOLECULES = {
    "bond lengths": "plausible bond lengths (of those perceived)", "bond angles": "plausible angles",
    "clash of free atoms": "no clash of free atoms", "flat aromatic rings": "flat aromatic rings",
    "flat double bonds": "flat double bonds", "puckered rings": "puckered rings", "strain": "strain (MMFF94)",
    "EDM stable": "EDM-stable (another convention)",
    "lenient": "valid by the lenient reading (hydrogens, charges, fragments forgiven)"}
CRYSTALS = {
    "minimum distance": "minimum distance: at least 0.5 Å and half the sum of the covalent radii",
    "0.5 Å rule": "0.5 Å rule alone (the literature's structural validity)", "charge neutrality": "charge neutrality",
    "density": "density", "overlap": "no overlap (0.65 of the radii)", "voids": "no voids"}


def percent(share):
    return "–" if share is None else f"{100 * share:.1f} %"


def row(name, *shares):
    return f"| {name} | " + " | ".join(map(percent, shares)) + " |"


def beside(kind, heads, names):
    """What was drawn beside val, check by check."""
    drawn, val = kind["drawn"], kind["val"]
    unique = "novel among the unique (not in the training data, by " + ("InChIKey)" if names is MOLECULES else "distances)")
    lines = [f"| {drawn['total']:,} {heads[0]} | drawn | {heads[1]} ({val['total']:,}) |", "|---|---|---|"]
    if names is MOLECULES:
        lines += [row("strictly valid: neutral, closed-shell, every valence satisfied, connected, no clash, known to CDK",
                      drawn["valid"], val["valid"]),
                  row("valid and without any formal charge", drawn["uncharged"], val["uncharged"])]
    else:
        lines.append(row("valid: all checks", drawn["valid"], val["valid"]))
    lines += [row("unique among the valid", drawn["unique"], val["unique"]), row(unique, drawn["novel"], val["novel"])]
    lines += [row(text, drawn["checks"][name], val["checks"][name]) for name, text in names.items()]
    reasons = ", ".join(f"{name} {count}" for name, count in sorted(drawn["reasons"].items(), key=lambda r: -r[1]))
    return lines + ["", f"Refused first for: {reasons}.", ""]


def tables(metrics):
    """Markdown of everything in `metrics.json`."""
    molecule, crystal = metrics["molecule"], metrics["crystal"]
    lines = beside(molecule, ("molecules", "QM9 val"), MOLECULES)
    lines += beside(crystal, ("crystals", "MP-20 binary/ternary val"), CRYSTALS)
    m, c = molecule["reconstruction"], crystal["reconstruction"]
    lines += [f"Speed: {molecule['rate']:.1f} molecules and {crystal['rate']:.1f} crystals a second, validity checks included.", "",
              f"Reconstruction of the val structures by the autoencoder: QM9 all types right {percent(m['types'])}, median RMSD "
              f"{m['rmsd']:.4f} Å, all types right and RMSD below 0.05 Å {percent(m['below_005'])}; MP-20 binary/ternary val all types "
              f"right {percent(c['types'])}, lattice lengths wrong by {percent(c['lengths_error'])} on average, "
              f"{percent(c['length_within_2_percent'])} of the lengths within 2 %, all three of a crystal in "
              f"{percent(c['lengths_within_2_percent'])}.", "",
              "| t | molecules: latent MSE | RMSD Å | types right | crystals: latent MSE | types right |", "|---|---|---|---|---|---|"]
    for a, b in zip(molecule["denoised"], crystal["denoised"]):
        lines.append(f"| {a['t']} | {a['mse']:.4f} | {a['rmsd']:.3f} | {percent(a['types'])} | {b['mse']:.4f} "
                     f"| {percent(b['types'])} |")
    return "\n".join(lines) + "\n"
