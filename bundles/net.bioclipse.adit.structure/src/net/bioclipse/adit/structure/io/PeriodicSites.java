package net.bioclipse.adit.structure.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Lattice;

/**
 * The atoms of a cell while symmetry operations fill it: an atom at the place of an earlier one of its element, the
 * lattice counted, is that one. Found through a grid of boxes, so that large cells stay quick.
 */
final class PeriodicSites {

    /**
     * Å. Coordinates printed with three decimals put the images of an atom on a special position up to about 0.02 Å apart
     * in common cells; two different atoms of one element are never so close.
     */
    static final double TOLERANCE = 0.05;

    private static final double BOX = 0.5;
    private static final int MOST_BOXES = 1 << 20;

    private record Site(int index, int atomicNumber, double[] fractional) {
    }

    private final Lattice lattice;
    private final int[] boxes = new int[3];
    private final double[] reach = new double[3];
    private final Map<Long, List<Site>> sites = new HashMap<>();
    private final List<Site> inOrder = new ArrayList<>();

    PeriodicSites(Lattice lattice) {
        this.lattice = lattice;
        double[] m = lattice.matrix();
        // Distance between the planes of each kind = volume / area of the face.
        double[] heights = {
            lattice.volume() / (lattice.b() * lattice.c() * sin(lattice.alpha())),
            lattice.volume() / (lattice.a() * lattice.c() * sin(lattice.beta())),
            m[8]};
        for (int k = 0; k < 3; k++) {
            boxes[k] = (int) Math.max(1, Math.min(MOST_BOXES, heights[k] / BOX));
            reach[k] = Math.min(0.5, TOLERANCE / heights[k]);
        }
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees));
    }

    /** Adds an atom, with coordinates of moderate size, unless it is there already; tells whether it was new. */
    boolean add(int atomicNumber, double[] fractional) {
        if (contains(atomicNumber, fractional)) {
            return false;
        }
        Site site = new Site(inOrder.size(), atomicNumber, fractional);
        inOrder.add(site);
        sites.computeIfAbsent(key(box(fractional[0], 0), box(fractional[1], 1), box(fractional[2], 2)),
                box -> new ArrayList<>(1)).add(site);
        return true;
    }

    private boolean contains(int atomicNumber, double[] f) {
        for (int i = box(f[0] - reach[0], 0); i <= last(f[0], 0); i++) {
            for (int j = box(f[1] - reach[1], 1); j <= last(f[1], 1); j++) {
                for (int k = box(f[2] - reach[2], 2); k <= last(f[2], 2); k++) {
                    for (Site site : sites.getOrDefault(key(i, j, k), List.of())) {
                        if (site.atomicNumber == atomicNumber && isNear(site.fractional, f)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private int last(double fraction, int axis) {
        int first = box(fraction - reach[axis], axis);
        return Math.min(box(fraction + reach[axis], axis), first + boxes[axis] - 1);
    }

    private int box(double fraction, int axis) {
        return (int) Math.floor(fraction * boxes[axis]);
    }

    private long key(int i, int j, int k) {
        return ((long) Math.floorMod(i, boxes[0]) * MOST_BOXES + Math.floorMod(j, boxes[1])) * MOST_BOXES
                + Math.floorMod(k, boxes[2]);
    }

    private boolean isNear(double[] p, double[] q) {
        double[] difference = new double[3];
        for (int k = 0; k < 3; k++) {
            difference[k] = p[k] - q[k] - Math.rint(p[k] - q[k]);
        }
        double[] d = lattice.toCartesian(difference);
        return d[0] * d[0] + d[1] * d[1] + d[2] * d[2] < TOLERANCE * TOLERANCE;
    }

    /** The crystal of all atoms in the order of their adding. */
    Crystal crystal() {
        int[] atomicNumbers = inOrder.stream().mapToInt(Site::atomicNumber).toArray();
        double[] fractional = inOrder.stream().flatMapToDouble(site -> Arrays.stream(site.fractional)).toArray();
        return new Crystal(lattice, atomicNumbers, fractional);
    }
}
