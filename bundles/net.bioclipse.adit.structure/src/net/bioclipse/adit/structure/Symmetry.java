package net.bioclipse.adit.structure;

import java.util.List;

/**
 * The space group of a crystal and its description in the standard setting of the International Tables.
 *
 * @param operations all of the standard cell, those of its centring included
 * @param standard   the crystal in its standard cell, made exactly symmetric
 */
public record Symmetry(SpaceGroup group, List<SymmetryOperation> operations, Crystal standard) {

    public Symmetry {
        operations = List.copyOf(operations);
    }
}
