"""Pose, cell and atom order in which structures are learned: `pose: principal-axes/1`, `cell: niggli/1`,
`order: walk/1` and `order: electronegativity/1` of a model package.

A network that sees every molecule in one pose and one order need not learn the other ones.
"""
import numpy as np

from elements import COVALENT_RADII, ELECTRONEGATIVITIES

BOND_TOLERANCE = 0.3
"""Angstrom beyond the sum of covalent radii that still counts as a bond for the atom order."""

WRAP = 0.06
"""Fractional coordinates lie in [-WRAP, 1 - WRAP): few atoms of real crystals sit near that border."""


def principal_axes(numbers, positions):
    """Centroid at the origin; axes of falling second moment, weighted by atomic number; third moments along the first
    two axes not negative; right-handed."""
    positions = positions - positions.mean(0)
    weights = numbers.astype(float)
    _, axes = np.linalg.eigh((positions * weights[:, None]).T @ positions)
    axes = axes[:, ::-1].copy()
    for k in range(2):
        if (weights * (positions @ axes[:, k]) ** 3).sum() < 0:
            axes[:, k] *= -1
    axes[:, 2] = np.cross(axes[:, 0], axes[:, 1])
    return positions @ axes


def walk(numbers, positions):
    """Heavy atoms in a depth-first walk over the bonds from the one furthest along the first axis, neighbours further
    along it first; then the hydrogens in the order of the atoms they sit on. Returns the atom order."""
    n = len(numbers)
    radii = np.array([COVALENT_RADII[z] for z in numbers])
    distances = np.linalg.norm(positions[:, None] - positions[None], axis=-1)
    bonded = distances < radii[:, None] + radii[None] + BOND_TOLERANCE
    by_x = sorted(range(n), key=lambda i: -positions[i, 0])
    heavy = [i for i in by_x if numbers[i] > 1]
    order, seen = [], set()
    for start in heavy:
        stack = [start]
        while stack:
            atom = stack.pop()
            if atom not in seen:
                seen.add(atom)
                order.append(atom)
                stack.extend(j for j in reversed(heavy) if bonded[atom, j] and j not in seen)
    if not order:
        return by_x
    place = {atom: k for k, atom in enumerate(order)}
    hydrogens = [i for i in by_x if numbers[i] == 1]
    parent = {i: place[min(order, key=lambda j: distances[i, j])] for i in hydrogens}
    return order + sorted(hydrogens, key=lambda i: parent[i])


def molecule(numbers, positions):
    """Atomic numbers and positions (Angstrom) in the learned pose and order."""
    positions = principal_axes(numbers, positions.astype(float))
    order = walk(numbers, positions)
    return numbers[order], positions[order]


def niggli(lattice, tolerance=1e-5, rounds=200):
    """Integer matrix M whose rows give the reduced cell M @ lattice (Krivy and Gruber 1976, doi
    10.1107/S0567739476000636; comparisons with a tolerance as in Grosse-Kunstleve et al. 2004)."""
    m = np.eye(3, dtype=int)
    eps = tolerance * abs(np.linalg.det(lattice)) ** (1 / 3)

    def gram():
        g = (m @ lattice) @ (m @ lattice).T
        return g[0, 0], g[1, 1], g[2, 2], 2 * g[1, 2], 2 * g[0, 2], 2 * g[0, 1]

    def swap(p, q):
        m[[p, q]] = m[[q, p]]
        m[:] = -m

    for _ in range(rounds):
        a, b, c, xi, eta, zeta = gram()
        if a > b + eps or (abs(a - b) <= eps and abs(xi) > abs(eta) + eps):
            swap(0, 1)
            continue
        if b > c + eps or (abs(b - c) <= eps and abs(eta) > abs(zeta) + eps):
            swap(1, 2)
            continue
        signs = [0 if abs(v) <= eps else (1 if v > 0 else -1) for v in (xi, eta, zeta)]
        if np.prod(signs) > 0:
            flip = [1 if s > 0 else -1 for s in signs]
        else:
            flip = [-1 if s > 0 else 1 for s in signs]
            if np.prod(flip) < 0:
                flip[max(k for k in range(3) if signs[k] == 0)] *= -1
        # A cell edge k is turned when the two angles that contain it change sign.
        turn = [flip[1] * flip[2], flip[0] * flip[2], flip[0] * flip[1]]
        turned = np.array(turn)
        if (turned < 0).any():
            m *= turned[:, None]
        a, b, c, xi, eta, zeta = gram()
        if abs(xi) > b + eps or (abs(b - xi) <= eps and 2 * eta < zeta - eps) or (abs(b + xi) <= eps and zeta < -eps):
            m[2] -= int(np.sign(xi)) * m[1]
        elif abs(eta) > a + eps or (abs(a - eta) <= eps and 2 * xi < zeta - eps) or (abs(a + eta) <= eps and zeta < -eps):
            m[2] -= int(np.sign(eta)) * m[0]
        elif abs(zeta) > a + eps or (abs(a - zeta) <= eps and 2 * xi < eta - eps) or (abs(a + zeta) <= eps and eta < -eps):
            m[1] -= int(np.sign(zeta)) * m[0]
        elif xi + eta + zeta + a + b < -eps or (abs(xi + eta + zeta + a + b) <= eps and 2 * (a + eta) + zeta > eps):
            m[2] += m[0] + m[1]
        else:
            return m
    return m


def lattice_parameters(lattice):
    """Lengths in Angstrom and angles in radians of the rows of a lattice matrix."""
    lengths = np.linalg.norm(lattice, axis=1)
    unit = lattice / lengths[:, None]
    cosines = np.clip([unit[1] @ unit[2], unit[0] @ unit[2], unit[0] @ unit[1]], -1, 1)
    return np.concatenate([lengths, np.arccos(cosines)])


def lattice_matrix(parameters):
    """Rows a, b, c with a along x and b in the xy plane."""
    a, b, c, alpha, beta, gamma = parameters
    cx, cy = np.cos(beta), (np.cos(alpha) - np.cos(beta) * np.cos(gamma)) / np.sin(gamma)
    return np.array([[a, 0, 0], [b * np.cos(gamma), b * np.sin(gamma), 0],
                     [c * cx, c * cy, c * np.sqrt(max(1e-9, 1 - cx * cx - cy * cy))]])


def wrap(fractional):
    return (fractional + WRAP) % 1.0 - WRAP


def crystal(numbers, fractional, lattice):
    """Niggli cell, elements by rising electronegativity, the first atom at the origin, equal elements by their
    coordinates. Returns atomic numbers, fractional coordinates and the six lattice parameters."""
    m = niggli(lattice.astype(float))
    fractional = wrap(fractional @ np.linalg.inv(m))
    parameters = lattice_parameters(m @ lattice)
    for repeat in range(2):  # once to find the first atom, once to order the shifted ones
        rounded = np.round(fractional, 2)
        keys = [(ELECTRONEGATIVITIES[z], z, *rounded[i]) for i, z in enumerate(numbers)]
        order = sorted(range(len(numbers)), key=keys.__getitem__)
        numbers, fractional = numbers[order], fractional[order]
        if repeat == 0:
            fractional = wrap(fractional - fractional[0])
    return numbers, fractional, parameters
