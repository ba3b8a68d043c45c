package net.bioclipse.adit.chemistry.cdk;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.Molecule;

/**
 * Whether the formal charges of a neutral molecule are ones that exist. A charge may stand alone on the ions of real
 * zwitterions: cations of N, P and S, anions of O, S, Se, N and the halogens (all 371 zwitterions among 100,000 molecules of
 * QM9 are of this kind). Any other charge, as of a carbanion or an oxonium, must have the opposite charge on a neighbour:
 * carbon monoxide, isocyanides, ylides, ozone. Without this rule a wrong number of hydrogens here and a missing one there
 * balance, and pass as a zwitterion.
 */
final class StandingCharges {

    private static final List<String> CATIONS = List.of("N", "P", "As", "S", "Se");
    private static final List<String> ANIONS = List.of("O", "S", "Se", "N", "F", "Cl", "Br", "I");

    private StandingCharges() {
    }

    /** @return the first charge that nothing explains, or empty */
    static Optional<String> failure(Molecule molecule, List<Bond> bonds, int[] charges) {
        return IntStream.range(0, charges.length).filter(i -> charges[i] != 0)
                .filter(i -> !(charges[i] > 0 ? CATIONS : ANIONS).contains(Labels.symbol(molecule.atomicNumber(i))))
                .filter(i -> bonds.stream().noneMatch(bond -> (bond.first() == i || bond.second() == i)
                        && charges[bond.first()] * charges[bond.second()] < 0))
                .mapToObj(i -> Labels.atom(molecule, i) + " would carry the charge " + Labels.signed(charges[i])
                        + " with no opposite charge beside it")
                .findFirst();
    }
}
