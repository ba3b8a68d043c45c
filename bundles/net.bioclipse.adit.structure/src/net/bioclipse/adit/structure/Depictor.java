package net.bioclipse.adit.structure;

import java.util.Optional;
import java.util.Set;

/**
 * Draws molecules as chemists do: bonds in the plane, hydrogens on carbon left out. The same molecule gives the same
 * picture. Implementations are safe for several threads, need no display and never throw for a bad structure.
 */
public interface Depictor {

    /**
     * A picture for a page.
     *
     * @param assessment  what was perceived of the molecule; where that failed, atoms in touch are joined by single bonds
     * @param highlighted indices of atoms to set off by colour, from 0; empty for none
     * @return an {@code <svg>} element that can stand in HTML, with no reference to anything outside; empty when the
     *         molecule cannot be drawn (too large, no layout)
     */
    Optional<String> svg(Molecule molecule, Assessment assessment, Set<Integer> highlighted);

    /**
     * A picture of points, scaled to fit.
     *
     * @param width  in points, 16 to 4096
     * @param height in points, 16 to 4096
     * @return a PNG file; empty when the molecule cannot be drawn
     * @throws IllegalArgumentException when width or height is out of range
     */
    Optional<byte[]> png(Molecule molecule, Assessment assessment, Set<Integer> highlighted, int width, int height);
}
