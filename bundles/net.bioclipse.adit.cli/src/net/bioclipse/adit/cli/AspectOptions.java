package net.bioclipse.adit.cli;

import java.util.EnumSet;
import java.util.Set;
import net.bioclipse.adit.structure.Aspect;
import picocli.CommandLine.Option;

/** What to look at beside validity. */
final class AspectOptions {

    @Option(names = "--no-plausibility", description = "Leave out bond lengths, angles, clashes, planarity, voids")
    private boolean noPlausibility;

    @Option(names = "--strain", description = "Strain of molecules: MMFF94 energy above the nearest minimum (some ms each)")
    private boolean strain;

    @Option(names = "--round-trip", description = "Whether InChI, SMILES and SDF of a molecule give the same molecule again")
    private boolean roundTrip;

    @Option(names = "--compare", description = "Verdicts of other conventions, for comparison with published figures")
    private boolean compare;

    @Option(names = "--properties", description = "logP, TPSA, H-bond donors and acceptors, rings, scaffold, …")
    private boolean properties;

    @Option(names = "--symmetry", description = "Space group of crystals; with --report always")
    private boolean symmetry;

    @Option(names = "--all", description = "All of these")
    private boolean all;

    Set<Aspect> aspects() {
        Set<Aspect> aspects = EnumSet.noneOf(Aspect.class);
        put(aspects, Aspect.PLAUSIBILITY, !noPlausibility);
        put(aspects, Aspect.STRAIN, strain || all);
        put(aspects, Aspect.ROUND_TRIP, roundTrip || all);
        put(aspects, Aspect.COMPARISON, compare || all);
        put(aspects, Aspect.PROPERTIES, properties || all);
        put(aspects, Aspect.SYMMETRY, symmetry || all);
        return aspects;
    }

    private static void put(Set<Aspect> aspects, Aspect aspect, boolean wanted) {
        if (wanted) {
            aspects.add(aspect);
        }
    }
}
