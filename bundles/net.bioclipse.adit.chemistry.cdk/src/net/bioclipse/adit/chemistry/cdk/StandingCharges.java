package net.bioclipse.adit.chemistry.cdk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Labels;
import net.bioclipse.adit.structure.Molecule;

/**
 * Whether the formal charges of a neutral molecule are ones that exist. A charge may stand alone on the ions of real
 * zwitterions: cations of N, P and S, anions of O, S, Se, N and the halogens (all 371 zwitterions among 100,000 molecules of
 * QM9 are of this kind). Any other charge, as of a carbanion or an oxonium, must have such an ion of the opposite charge on a
 * neighbour (isocyanides, diazo compounds, ozone) or share a triple bond with it (carbon monoxide); beside a carbanion that
 * ion has no more than two neighbours. Without this rule a wrong number of hydrogens here and a missing one there balance,
 * and pass as a zwitterion.
 */
final class StandingCharges {

    private static final List<String> CATIONS = List.of("N", "P", "As", "S", "Se");
    private static final List<String> ANIONS = List.of("O", "S", "Se", "N", "F", "Cl", "Br", "I");

    private StandingCharges() {
    }

    /** @return the first charge that nothing explains, or empty */
    static Optional<String> failure(Molecule molecule, List<Bond> bonds, int[] charges) {
        return IntStream.range(0, charges.length)
                .filter(i -> charges[i] != 0 && !standsAlone(molecule, charges, i))
                .filter(i -> bonds.stream().noneMatch(bond -> balances(molecule, bonds, bond, charges, i)))
                .mapToObj(i -> Labels.atom(molecule, i) + " would carry the charge " + Labels.signed(charges[i])
                        + " with no usual ion of the opposite charge beside it")
                .findFirst();
    }

    private static boolean standsAlone(Molecule molecule, int[] charges, int atom) {
        return (charges[atom] > 0 ? CATIONS : ANIONS).contains(Labels.symbol(molecule.atomicNumber(atom)));
    }

    private static boolean balances(Molecule molecule, List<Bond> bonds, Bond bond, int[] charges, int atom) {
        if (bond.first() != atom && bond.second() != atom) {
            return false;
        }
        int other = bond.first() == atom ? bond.second() : bond.first();
        if (charges[atom] * charges[other] >= 0) {
            return false;
        }
        boolean carbanion = molecule.atomicNumber(atom) == 6 && charges[atom] < 0;
        return bond.order() == 3
                || standsAlone(molecule, charges, other) && (!carbanion || degree(bonds, other) <= 2);
    }

    private static long degree(List<Bond> bonds, int atom) {
        return bonds.stream().filter(bond -> bond.first() == atom || bond.second() == atom).count();
    }
}
