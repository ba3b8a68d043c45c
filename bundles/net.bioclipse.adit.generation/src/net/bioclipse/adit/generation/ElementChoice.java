package net.bioclipse.adit.generation;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import net.bioclipse.adit.modelpackage.Architecture;
import net.bioclipse.adit.structure.Formula;

/**
 * Which element each decoded atom is: the most probable ones together, among those allowed. Either they make the asked formula,
 * or, in a molecule, they have an even number of electrons, since a neutral molecule without a radical has one; an odd number
 * would be refused for certain.
 */
final class ElementChoice {

    private final StructureKind kind;
    private final int[] elements;
    private final Optional<Formula> formula;

    /** @param known atomic numbers that the model saw in training for this kind; no other one is ever given */
    ElementChoice(GenerationRequest request, Collection<Integer> known) {
        TreeSet<Integer> allowed = new TreeSet<>(known);
        if (!request.elements().isEmpty()) {
            allowed.retainAll(request.elements());
        }
        this.kind = request.kind();
        this.elements = allowed.stream().mapToInt(Integer::intValue).toArray();
        this.formula = request.formula();
    }

    /** Atomic numbers of structure {@code row} of the batch; all the same where its logits are not finite. */
    int[] of(DecodedAtoms decoded, int row) {
        if (!decoded.hasFiniteLogits(row)) {
            int[] anything = new int[decoded.atoms()];
            Arrays.fill(anything, elements[0]);
            return anything;
        }
        if (formula.isPresent()) {
            return FormulaAssignment.assign(decoded.typeLogits(), row * decoded.atoms() * Architecture.ATOM_TYPES,
                    Architecture.ATOM_TYPES, formula.get());
        }
        int[] types = new int[decoded.atoms()];
        int electrons = 0;
        for (int atom = 0; atom < types.length; atom++) {
            types[atom] = mostProbable(decoded, row * types.length + atom);
            electrons += types[atom];
        }
        if (kind == StructureKind.MOLECULE && electrons % 2 != 0) {
            changeOne(types, decoded, row);
        }
        return types;
    }

    private int mostProbable(DecodedAtoms decoded, int token) {
        int best = elements[0];
        for (int z : elements) {
            if (decoded.logit(token, z) > decoded.logit(token, best)) {
                best = z;
            }
        }
        return best;
    }

    /** The change of one atom by an odd number of electrons that costs the least probability; none where none is allowed. */
    private void changeOne(int[] types, DecodedAtoms decoded, int row) {
        double least = Double.POSITIVE_INFINITY;
        int changed = 0;
        int element = types[0];
        for (int atom = 0; atom < types.length; atom++) {
            int token = row * types.length + atom;
            for (int z : elements) {
                double cost = decoded.logit(token, types[atom]) - decoded.logit(token, z);
                if ((z - types[atom]) % 2 != 0 && cost < least) {
                    least = cost;
                    changed = atom;
                    element = z;
                }
            }
        }
        types[changed] = element;
    }
}
