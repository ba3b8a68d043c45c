package net.bioclipse.adit.ui.scene;

import java.util.Arrays;
import net.bioclipse.adit.structure.Element;

/**
 * Bonds by distance: two atoms closer than 1.2 times the sum of their covalent radii. A picture's rule, not the one that
 * judges. Found through a grid of boxes, so the time grows with the number of atoms.
 */
final class Neighbours {

    private static final double REACH = 1.2;
    /** Closer atoms are one atom twice, or an overlap; neither is a bond. Å. */
    private static final double CLOSEST = 0.4;
    /** A structure with hundreds of neighbours an atom is an overlap; its bonds would be a black ball. */
    private static final int MOST_BONDS_AN_ATOM = 16;

    private final float[] xyz;
    private final int[] numbers;
    private final double[] radii;
    private final double box;
    private final int[] counts = new int[3];
    private final double[] least = new double[3];
    private final int[] first;
    private final int[] next;

    Neighbours(float[] xyz, int[] numbers) {
        this.xyz = xyz;
        this.numbers = numbers;
        radii = Arrays.stream(numbers).mapToDouble(z -> Element.of(z).covalentRadius()).toArray();
        double largest = Arrays.stream(radii).max().orElse(1);
        double[] most = new double[3];
        Arrays.fill(least, Double.POSITIVE_INFINITY);
        Arrays.fill(most, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < xyz.length; i++) {
            least[i % 3] = Math.min(least[i % 3], xyz[i]);
            most[i % 3] = Math.max(most[i % 3], xyz[i]);
        }
        double side = Math.max(1, 2 * REACH * largest);
        // Few far atoms must not ask for many empty boxes.
        double widest = Math.max(most[0] - least[0], Math.max(most[1] - least[1], most[2] - least[2]));
        box = Math.max(side, widest / 100);
        for (int k = 0; k < 3; k++) {
            counts[k] = numbers.length == 0 ? 1 : (int) ((most[k] - least[k]) / box) + 1;
        }
        first = new int[counts[0] * counts[1] * counts[2]];
        next = new int[numbers.length];
        Arrays.fill(first, -1);
        for (int i = numbers.length - 1; i >= 0; i--) {
            int cell = (place(i, 0) * counts[1] + place(i, 1)) * counts[2] + place(i, 2);
            next[i] = first[cell];
            first[cell] = i;
        }
    }

    private int place(int atom, int k) {
        return (int) ((xyz[3 * atom + k] - least[k]) / box);
    }

    /** Three numbers a bond: the lower atom, the higher one, order 1. */
    int[] bonds() {
        int[] bonds = new int[3 * numbers.length + 3];
        int used = 0;
        for (int i = 0; i < numbers.length; i++) {
            int ofAtom = 0;
            for (int x = Math.max(0, place(i, 0) - 1); x <= Math.min(counts[0] - 1, place(i, 0) + 1); x++) {
                for (int y = Math.max(0, place(i, 1) - 1); y <= Math.min(counts[1] - 1, place(i, 1) + 1); y++) {
                    for (int z = Math.max(0, place(i, 2) - 1); z <= Math.min(counts[2] - 1, place(i, 2) + 1); z++) {
                        int cell = (x * counts[1] + y) * counts[2] + z;
                        for (int j = first[cell]; j >= 0 && ofAtom < MOST_BONDS_AN_ATOM; j = next[j]) {
                            if (j > i && bonded(i, j)) {
                                bonds = used + 3 > bonds.length ? Arrays.copyOf(bonds, 2 * bonds.length) : bonds;
                                bonds[used++] = i;
                                bonds[used++] = j;
                                bonds[used++] = 1;
                                ofAtom++;
                            }
                        }
                    }
                }
            }
        }
        return Arrays.copyOf(bonds, used);
    }

    private boolean bonded(int i, int j) {
        if (numbers[i] == 1 && numbers[j] == 1) {
            return numbers.length == 2;
        }
        double dx = xyz[3 * i] - xyz[3 * j];
        double dy = xyz[3 * i + 1] - xyz[3 * j + 1];
        double dz = xyz[3 * i + 2] - xyz[3 * j + 2];
        double squared = dx * dx + dy * dy + dz * dz;
        double reach = REACH * (radii[i] + radii[j]);
        return squared < reach * reach && squared > CLOSEST * CLOSEST;
    }
}
