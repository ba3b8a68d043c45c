package net.bioclipse.adit.chemistry.cdk.crystal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.bioclipse.adit.chemistry.cdk.crystal.PeriodicDistances.Pair;
import net.bioclipse.adit.structure.Aspect;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Assessment.Family;
import net.bioclipse.adit.structure.Assessment.Finding;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Lattice;
import net.bioclipse.adit.structure.StructureAssessor;
import net.bioclipse.adit.structure.SymmetryFinder;

/**
 * Judges a crystal by its cell, its periodic distances and its composition.
 *
 * <p>Checks, in order: "cell" (angles 10° to 170°, volume at least 0.1 Å³), "minimum distance" (over all images at least 0.5
 * Å and at least half the sum of the covalent radii), "density" (0.01 to 25 g/cm³ and 1e-5 to 0.5 atoms/Å³), "charge
 * neutrality" ({@link ChargeBalance}). With {@link Aspect#PLAUSIBILITY}: "overlap" (no distance below 0.65 of the sum of the
 * covalent radii) and "voids" (spheres of the covalent radii fill 4.5 to 135 % of the cell; bonded spheres overlap, hence more
 * than all of it), bounds that 99.9 % of known crystals keep (docs/validation-crystals.md). With {@link Aspect#COMPARISON}:
 * "0.5 Å rule" (T. Xie et al., ICLR 2022, arXiv 2110.06197: distances above 0.5 Å and a volume of at least 0.1 Å³) and
 * "neutral by SMACT" (neutrality, but nothing with promethium passes, as in the package SMACT 4.0.2).
 * Properties: formula (of the cell), reduced formula, volume (Å³), density (g/cm³),
 * minimum distance (Å), scaled minimum distance, oxidation states; with {@link Aspect#SYMMETRY} the space group and its
 * number with a tolerance of 0.1 Å, and both at 0.01 Å.
 *
 * <p>The identity is a label, not a proof: reduced formula, volume per atom in steps of 10 % and the 1st, 8th and 16th
 * average minimum distance in steps of 0.25 Å. It does not depend on the choice of cell, origin or atom order; two almost
 * equal crystals on both sides of a step count as different, and crystals of the same formula that differ by less than a
 * step as the same. Where it matters ask {@link CrystalGroups}.
 */
public final class CrystalAssessor implements StructureAssessor {

    private static final double MIN_ANGLE = 10;
    private static final double MAX_ANGLE = 170;
    private static final double MIN_VOLUME = 0.1;
    private static final double MIN_DISTANCE = 0.5;
    private static final double MIN_RATIO = 0.5;
    private static final double MIN_DENSITY = 0.01;
    private static final double MAX_DENSITY = 25;
    private static final double MIN_NUMBER_DENSITY = 1e-5;
    private static final double MAX_NUMBER_DENSITY = 0.5;
    private static final double LEAST_OVERLAP_RATIO = 0.65;
    private static final double LEAST_FILLING = 0.045;
    private static final double MOST_FILLING = 1.35;
    /** All pairs are looked at, so the effort grows with the square. */
    private static final int MAX_ATOMS = 5000;
    private static final int NEIGHBOURS = 16;

    private static final double TOLERANCE = 0.1;
    private static final double STRICT_TOLERANCE = 0.01;

    private final Set<Aspect> aspects;
    private final SymmetryFinder symmetry;

    /**
     * @param aspects  what to look at beside validity
     * @param symmetry finds the space group where {@link Aspect#SYMMETRY} is asked for
     */
    public CrystalAssessor(Set<Aspect> aspects, SymmetryFinder symmetry) {
        this.aspects = Set.copyOf(aspects);
        this.symmetry = symmetry;
    }

    @Override
    public Assessment assess(AtomicStructure structure) {
        if (!(structure instanceof Crystal crystal)) {
            return refusal(structure, "a molecule is not assessed as a crystal");
        }
        if (crystal.atomCount() > MAX_ATOMS) {
            return refusal(structure, "not assessable: " + crystal.atomCount()
                    + " atoms in the cell, at most " + MAX_ATOMS + " are looked at");
        }
        double[] xyz = crystal.positions();
        for (int i = 0; i < xyz.length; i++) {
            if (!Double.isFinite(xyz[i])) { // of 1e308 cell vectors, for example
                return refusal(structure, "not assessable: " + Labels.atom(crystal, i / 3) + " is too far away to be computed with");
            }
        }
        return assess(crystal);
    }

    private static Assessment refusal(AtomicStructure structure, String reason) {
        return new Assessment(List.of(new Finding("kind", false, reason)), List.of(), new int[0],
                Map.of("formula", structure.formulaText()), Optional.empty());
    }

    private Assessment assess(Crystal crystal) {
        double volume = crystal.lattice().volume();
        double density = crystal.density();
        PeriodicDistances distances = new PeriodicDistances(crystal);
        ChargeBalance.Verdict balance = ChargeBalance.of(crystal.formula());
        List<Finding> findings = new ArrayList<>();
        add(findings, "cell", cell(crystal.lattice()));
        add(findings, "minimum distance", minimumDistance(crystal, distances));
        add(findings, "density", density(density, crystal.atomCount() / volume));
        add(findings, "charge neutrality", balance.failure());

        boolean sane = findings.stream().limit(3).allMatch(Finding::passed);
        if (aspects.contains(Aspect.PLAUSIBILITY)) {
            findings.add(finding("overlap", overlap(crystal, distances), Family.PLAUSIBILITY));
            findings.add(finding("voids", voids(crystal), Family.PLAUSIBILITY));
        }
        if (aspects.contains(Aspect.COMPARISON)) {
            findings.add(finding("0.5 Å rule", halfAngstromRule(crystal, distances), Family.COMPARISON));
            findings.add(finding("neutral by SMACT", balance.failure().or(() -> ChargeBalance.unknownToSmact(crystal.formula())),
                    Family.COMPARISON));
        }

        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("formula", crystal.formulaText());
        properties.put("reduced formula", crystal.formula().reduced().inorganic());
        properties.put("volume", volume);
        properties.put("density", density);
        properties.put("minimum distance", distances.nearest().distance());
        if (Double.isFinite(distances.tightest().ratio())) {
            properties.put("scaled minimum distance", distances.tightest().ratio());
        }
        if (!balance.states().isEmpty()) {
            properties.put("oxidation states", written(balance.states()));
        }
        if (sane && aspects.contains(Aspect.SYMMETRY)) {
            spaceGroup(crystal, TOLERANCE, "", properties);
            spaceGroup(crystal, STRICT_TOLERANCE, " at 0.01 Å", properties);
        }
        Optional<String> identity = sane ? identity(crystal, volume, distances) : Optional.empty();
        return new Assessment(findings, List.of(), new int[0], properties, identity);
    }

    private void spaceGroup(Crystal crystal, double tolerance, String suffix, Map<String, Object> properties) {
        symmetry.spaceGroup(crystal, tolerance).ifPresent(found -> {
            properties.put("space group" + suffix, found.symbol());
            properties.put("space group number" + suffix, found.number());
        });
    }

    private static void add(List<Finding> findings, String check, Optional<String> failure) {
        findings.add(finding(check, failure, Family.VALIDITY));
    }

    private static Finding finding(String check, Optional<String> failure, Family family) {
        return new Finding(check, failure.isEmpty(), failure.orElse(""), family);
    }

    private static Optional<String> overlap(Crystal crystal, PeriodicDistances distances) {
        Pair tightest = distances.tightest();
        return tightest.ratio() >= LEAST_OVERLAP_RATIO ? Optional.empty()
                : Optional.of(described(crystal, tightest) + "; expected at least 0.65 of that sum");
    }

    private static Optional<String> voids(Crystal crystal) {
        double spheres = 0;
        for (int z : crystal.atomicNumbers()) {
            spheres += 4.0 / 3 * Math.PI * Math.pow(Element.of(z).covalentRadius(), 3);
        }
        double filling = spheres / crystal.lattice().volume();
        return filling >= LEAST_FILLING && filling <= MOST_FILLING ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "spheres of the covalent radii fill %.3g %% of the cell, expected 4.5 to"
                        + " 135 %%", 100 * filling));
    }

    private static Optional<String> halfAngstromRule(Crystal crystal, PeriodicDistances distances) {
        return distances.nearest().distance() > MIN_DISTANCE && crystal.lattice().volume() >= MIN_VOLUME ? Optional.empty()
                : Optional.of(described(crystal, distances.nearest()) + " in a cell of "
                        + Labels.decimals(crystal.lattice().volume(), 2) + " Å³; expected more than 0.50 Å and at least 0.10 Å³");
    }

    private static Optional<String> cell(Lattice lattice) {
        for (double angle : new double[] {lattice.alpha(), lattice.beta(), lattice.gamma()}) {
            if (!(angle >= MIN_ANGLE && angle <= MAX_ANGLE)) {
                return Optional.of("an angle of " + Labels.decimals(angle, 1) + "°, expected 10° to 170°");
            }
        }
        return lattice.volume() >= MIN_VOLUME ? Optional.empty()
                : Optional.of("a volume of " + Labels.decimals(lattice.volume(), 3) + " Å³, expected at least 0.1 Å³");
    }

    private static Optional<String> minimumDistance(Crystal crystal, PeriodicDistances distances) {
        Pair nearest = distances.nearest();
        Pair tightest = distances.tightest();
        if (nearest.distance() < MIN_DISTANCE) {
            return Optional.of(described(crystal, nearest) + "; expected at least 0.50 Å and 0.50 of that sum");
        }
        return tightest.ratio() >= MIN_RATIO ? Optional.empty()
                : Optional.of(described(crystal, tightest) + "; expected at least 0.50 of that sum");
    }

    private static String described(Crystal crystal, Pair pair) {
        String who = pair.first() == pair.second() ? Labels.atom(crystal, pair.first()) + " and its own image are "
                : Labels.atom(crystal, pair.first()) + " and " + Labels.atom(crystal, pair.second()) + " are ";
        String ratio = Double.isFinite(pair.ratio()) ? Labels.decimals(pair.ratio(), 2) : "an unknown part";
        return who + Labels.angstrom(pair.distance()) + " apart, " + ratio + " of the sum of their covalent radii";
    }

    private static Optional<String> density(double density, double numberDensity) {
        if (!(density >= MIN_DENSITY && density <= MAX_DENSITY)) {
            return Optional.of(String.format(Locale.ROOT, "%.4g g/cm³, expected 0.01 to 25", density));
        }
        return numberDensity >= MIN_NUMBER_DENSITY && numberDensity <= MAX_NUMBER_DENSITY ? Optional.empty()
                : Optional.of(String.format(Locale.ROOT, "%.4g atoms/Å³, expected 1e-5 to 0.5", numberDensity));
    }

    private static String written(Map<Integer, Integer> states) {
        return states.entrySet().stream().map(e -> Labels.symbol(e.getKey()) + Labels.signed(e.getValue()))
                .collect(Collectors.joining(" "));
    }

    private static Optional<String> identity(Crystal crystal, double volume, PeriodicDistances distances) {
        return distances.averageMinimumDistances(NEIGHBOURS).map(amd -> String.format(Locale.ROOT, "%s/v%d/d%d,%d,%d",
                crystal.formula().reduced(), Math.round(Math.log(volume / crystal.atomCount()) / Math.log(1.1)),
                Math.round(amd[0] * 4), Math.round(amd[7] * 4), Math.round(amd[15] * 4)));
    }
}
