package net.bioclipse.adit.ui.scene;

import java.util.Arrays;
import java.util.List;
import net.bioclipse.adit.structure.Assessment.Bond;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;

/** Makes scenes of structures. */
public final class SceneBuilder {

    /** More drawn atoms than this are refused: no picture shows them. */
    public static final int MOST_ATOMS = 400_000;
    /** An atom so close to a face, as a fraction of the cell, lies on it. */
    private static final double ON_FACE = 0.02;
    /** Å beyond the block in which bonded atoms are looked for. */
    private static final double PARTNER_REACH = 3.5;

    private SceneBuilder() {
    }

    /**
     * @param structure the atoms
     * @param bonds     perceived bonds of a molecule; where there are none they are found by distance
     * @param cells     how much of a crystal is drawn
     * @throws IllegalArgumentException when that would be too many atoms, with a sentence for the user
     */
    public static Scene scene(AtomicStructure structure, List<Bond> bonds, Cells cells) {
        return structure instanceof Crystal crystal ? crystal(crystal, cells) : molecule(structure, bonds);
    }

    private static Scene molecule(AtomicStructure molecule, List<Bond> perceived) {
        double[] positions = molecule.positions();
        double[] centre = new double[3];
        for (int i = 0; i < positions.length; i++) {
            centre[i % 3] += positions[i] / molecule.atomCount();
        }
        float[] xyz = centred(positions, centre);
        int[] numbers = molecule.atomicNumbers();
        int[] bonds = new int[3 * perceived.size()];
        for (int i = 0; i < perceived.size(); i++) {
            bonds[3 * i] = perceived.get(i).first();
            bonds[3 * i + 1] = perceived.get(i).second();
            bonds[3 * i + 2] = perceived.get(i).order();
        }
        int[] origin = new int[numbers.length];
        Arrays.setAll(origin, i -> i);
        return new Scene(xyz, numbers, origin, new boolean[numbers.length],
                perceived.isEmpty() ? new Neighbours(xyz, numbers).bonds() : bonds, new float[0], radius(xyz, new float[0]));
    }

    private static Scene crystal(Crystal crystal, Cells cells) {
        Block block = new Block(crystal, cells);
        double[] middle = crystal.lattice().toCartesian(new double[] {cells.a() / 2.0, cells.b() / 2.0, cells.c() / 2.0});
        float[] xyz = centred(crystal.lattice().toCartesian(block.fractional()), middle);
        int[] bonds = new Neighbours(xyz, block.numbers()).bonds();
        float[] edges = edges(crystal, cells, middle);
        boolean[] shown = block.shown(bonds);
        int[] renumbered = new int[shown.length];
        int count = 0;
        for (int i = 0; i < shown.length; i++) {
            renumbered[i] = shown[i] ? count++ : -1;
        }
        float[] shownXyz = new float[3 * count];
        int[] numbers = new int[count];
        int[] origin = new int[count];
        boolean[] outside = new boolean[count];
        for (int i = 0; i < shown.length; i++) {
            if (shown[i]) {
                int to = renumbered[i];
                System.arraycopy(xyz, 3 * i, shownXyz, 3 * to, 3);
                numbers[to] = block.numbers()[i];
                origin[to] = block.origin(i);
                outside[to] = block.outside(i);
            }
        }
        int[] kept = keptBonds(bonds, renumbered, outside);
        return new Scene(shownXyz, numbers, origin, outside, kept, edges, radius(shownXyz, edges));
    }

    /** Bonds between drawn atoms; those between two atoms beyond the block would only show more of what is cut off. */
    private static int[] keptBonds(int[] bonds, int[] renumbered, boolean[] outside) {
        int[] kept = new int[bonds.length];
        int used = 0;
        for (int i = 0; i < bonds.length; i += 3) {
            int a = renumbered[bonds[i]];
            int b = renumbered[bonds[i + 1]];
            if (a >= 0 && b >= 0 && !(outside[a] && outside[b])) {
                kept[used++] = a;
                kept[used++] = b;
                kept[used++] = bonds[i + 2];
            }
        }
        return Arrays.copyOf(kept, used);
    }

    private static float[] edges(Crystal crystal, Cells cells, double[] middle) {
        int[] n = {cells.a(), cells.b(), cells.c()};
        double[] ends = new double[6 * (n[0] * (n[1] + 1) * (n[2] + 1) + (n[0] + 1) * n[1] * (n[2] + 1)
                + (n[0] + 1) * (n[1] + 1) * n[2])];
        int used = 0;
        for (int x = 0; x <= n[0]; x++) {
            for (int y = 0; y <= n[1]; y++) {
                for (int z = 0; z <= n[2]; z++) {
                    int[] from = {x, y, z};
                    for (int k = 0; k < 3; k++) {
                        if (from[k] < n[k]) {
                            for (int i = 0; i < 6; i++) {
                                ends[used++] = from[i % 3] + (i == 3 + k ? 1 : 0);
                            }
                        }
                    }
                }
            }
        }
        return centred(crystal.lattice().toCartesian(ends), middle);
    }

    private static float[] centred(double[] positions, double[] centre) {
        float[] xyz = new float[positions.length];
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = (float) (positions[i] - centre[i % 3]);
        }
        return xyz;
    }

    private static float radius(float[]... points) {
        double squared = 1;
        for (float[] xyz : points) {
            for (int i = 0; i < xyz.length; i += 3) {
                squared = Math.max(squared, xyz[i] * xyz[i] + xyz[i + 1] * xyz[i + 1] + xyz[i + 2] * xyz[i + 2]);
            }
        }
        return (float) Math.sqrt(squared);
    }

    /** The atoms of a block of cells and, where wanted, those around it. */
    private static final class Block {

        private final int[] cells;
        private final boolean faces;
        private final boolean partners;
        private final int[] sources;
        private int size;
        private double[] fractional;
        private int[] numbers;
        private int[] origin;
        private boolean[] outside;

        Block(Crystal crystal, Cells wanted) {
            cells = new int[] {wanted.a(), wanted.b(), wanted.c()};
            faces = wanted.faces();
            partners = wanted.partners();
            sources = crystal.atomicNumbers();
            long atoms = (long) sources.length * cells[0] * cells[1] * cells[2];
            if (atoms > MOST_ATOMS) {
                throw new IllegalArgumentException("A block of " + cells[0] + " × " + cells[1] + " × " + cells[2]
                        + " cells would have " + atoms + " atoms; at most " + MOST_ATOMS + " are drawn. Choose fewer cells.");
            }
            allocate((int) Math.min(MOST_ATOMS, 2 * atoms + 64));
            double[] source = crystal.fractional();
            double[] margin = margins(crystal);
            for (int i = 0; i < sources.length; i++) {
                add(i, source, margin);
            }
            numbers = Arrays.copyOf(numbers, size);
            fractional = Arrays.copyOf(fractional, 3 * size);
        }

        private double[] margins(Crystal crystal) {
            double volume = crystal.lattice().volume();
            double[] m = crystal.lattice().matrix();
            double[] margin = new double[3];
            for (int k = 0; k < 3; k++) {
                int u = 3 * ((k + 1) % 3);
                int v = 3 * ((k + 2) % 3);
                double x = m[u + 1] * m[v + 2] - m[u + 2] * m[v + 1];
                double y = m[u + 2] * m[v] - m[u] * m[v + 2];
                double z = m[u] * m[v + 1] - m[u + 1] * m[v];
                double height = volume / Math.sqrt(x * x + y * y + z * z);
                // Of a very flat cell some partners are left out; without a limit it would ask for thousands of images.
                margin[k] = partners ? Math.min(2, PARTNER_REACH / height) : faces ? ON_FACE : 0;
            }
            return margin;
        }

        private void add(int atom, double[] source, double[] margin) {
            double[] f = new double[3];
            for (int k = 0; k < 3; k++) {
                f[k] = source[3 * atom + k] - Math.floor(source[3 * atom + k]);
                // Rounding must not decide on which side of the cell an atom on a face stands.
                f[k] = f[k] > 1 - 1e-4 ? 0 : f[k];
            }
            int[] low = new int[3];
            int[] high = new int[3];
            for (int k = 0; k < 3; k++) {
                low[k] = (int) Math.ceil(-margin[k] - f[k]);
                high[k] = (int) Math.floor(cells[k] + margin[k] - f[k]);
            }
            for (int x = low[0]; x <= high[0]; x++) {
                for (int y = low[1]; y <= high[1]; y++) {
                    for (int z = low[2]; z <= high[2]; z++) {
                        put(atom, f[0] + x, f[1] + y, f[2] + z);
                    }
                }
            }
        }

        private void put(int atom, double x, double y, double z) {
            boolean within = within(x, 0) && within(y, 1) && within(z, 2);
            if (!within && !partners || size >= MOST_ATOMS) {
                return;
            }
            if (size == numbers.length) {
                allocate(Math.min(MOST_ATOMS, 2 * size));
            }
            fractional[3 * size] = x;
            fractional[3 * size + 1] = y;
            fractional[3 * size + 2] = z;
            numbers[size] = sources[atom];
            origin[size] = atom;
            outside[size++] = !within;
        }

        /** Without faces the block is half open, so that every atom of it is drawn once. */
        private boolean within(double value, int k) {
            return faces ? value >= -ON_FACE && value <= cells[k] + ON_FACE : value >= 0 && value < cells[k] - 1e-9;
        }

        private void allocate(int capacity) {
            fractional = fractional == null ? new double[3 * capacity] : Arrays.copyOf(fractional, 3 * capacity);
            numbers = numbers == null ? new int[capacity] : Arrays.copyOf(numbers, capacity);
            origin = origin == null ? new int[capacity] : Arrays.copyOf(origin, capacity);
            outside = outside == null ? new boolean[capacity] : Arrays.copyOf(outside, capacity);
        }

        double[] fractional() {
            return fractional;
        }

        int[] numbers() {
            return numbers;
        }

        int origin(int i) {
            return origin[i];
        }

        boolean outside(int i) {
            return outside[i];
        }

        /** Atoms of the block, and those beyond it with a bond to one of them. */
        boolean[] shown(int[] bonds) {
            boolean[] shown = new boolean[size];
            for (int i = 0; i < size; i++) {
                shown[i] = !outside[i];
            }
            for (int i = 0; i < bonds.length; i += 3) {
                boolean crosses = outside[bonds[i]] != outside[bonds[i + 1]];
                // Metals touch many neighbours; a partner is drawn for bonds that hold an anion.
                if (crosses && (anion(numbers[bonds[i]]) || anion(numbers[bonds[i + 1]]))) {
                    shown[bonds[i]] = true;
                    shown[bonds[i + 1]] = true;
                }
            }
            return shown;
        }

        private static boolean anion(int z) {
            return Element.of(z).electronegativity() >= 2.2;
        }
    }
}
