package net.bioclipse.adit.chemistry.cdk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.io.StructureReader.Entry;
import net.bioclipse.adit.structure.io.XyzReader;

/** The molecules of the resource files (README.md there tells how they were made) and changed copies of them. */
final class TestMolecules {

    private TestMolecules() {
    }

    /** Name → molecule and the further cells of its line. */
    record Known(String name, Molecule molecule, List<String> cells) {
    }

    static List<Known> of(String resource) {
        List<Known> known = new ArrayList<>();
        try {
            new XyzReader().read(Path.of(TestMolecules.class.getResource(resource).toURI()), entry -> known.add(of(entry)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
        return known;
    }

    private static Known of(Entry entry) {
        List<String> cells = List.of(entry.name().split("\t"));
        return new Known(cells.get(0), (Molecule) entry.structure(), cells.subList(1, cells.size()));
    }

    static Map<String, Molecule> named() {
        Map<String, Molecule> named = new LinkedHashMap<>();
        of("named-molecules.xyz").forEach(known -> named.put(known.name(), known.molecule()));
        return named;
    }

    static Molecule named(String name) {
        return named().get(name);
    }

    static Assessment assess(Molecule molecule) {
        return new CdkMoleculeAssessor(Set.of()).assess(molecule);
    }

    static String reason(Assessment assessment) {
        return assessment.failure().map(failure -> failure.check() + ": " + failure.message()).orElse("valid");
    }

    static Molecule without(Molecule molecule, int atom) {
        List<Integer> kept = new ArrayList<>();
        for (int i = 0; i < molecule.atomCount(); i++) {
            if (i != atom) {
                kept.add(i);
            }
        }
        return picked(molecule, kept);
    }

    /** The atoms of a molecule in another order. */
    static Molecule picked(Molecule molecule, List<Integer> atoms) {
        int[] elements = new int[atoms.size()];
        double[] xyz = new double[3 * elements.length];
        double[] old = molecule.positions();
        for (int i = 0; i < elements.length; i++) {
            elements[i] = molecule.atomicNumber(atoms.get(i));
            System.arraycopy(old, 3 * atoms.get(i), xyz, 3 * i, 3);
        }
        return new Molecule(elements, xyz);
    }

    /** Both molecules in one, the second moved along x by {@code shift} Å. */
    static Molecule joined(Molecule first, Molecule second, double shift) {
        int n = first.atomCount();
        int[] elements = java.util.Arrays.copyOf(first.atomicNumbers(), n + second.atomCount());
        double[] xyz = java.util.Arrays.copyOf(first.positions(), 3 * elements.length);
        System.arraycopy(second.atomicNumbers(), 0, elements, n, second.atomCount());
        double[] moved = second.positions();
        for (int i = 0; i < moved.length; i++) {
            xyz[3 * n + i] = moved[i] + (i % 3 == 0 ? shift : 0);
        }
        return new Molecule(elements, xyz);
    }

    /** The first atom moved along its bond to the second until they are that far apart (Å). */
    static Molecule stretched(Molecule molecule, int first, int second, double length) {
        double[] xyz = molecule.positions();
        double[] d = new double[3];
        for (int k = 0; k < 3; k++) {
            d[k] = xyz[3 * first + k] - xyz[3 * second + k];
        }
        double old = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        for (int k = 0; k < 3; k++) {
            xyz[3 * first + k] = xyz[3 * second + k] + d[k] * length / old;
        }
        return new Molecule(molecule.atomicNumbers(), xyz);
    }

    /** 1 to 60 atoms of any elements in a box that is sometimes much too small. */
    static Molecule random(Random random) {
        int[] elements = new int[1 + random.nextInt(60)];
        double[] xyz = new double[3 * elements.length];
        double box = Math.cbrt(elements.length) * (0.2 + 3 * random.nextDouble());
        int[] organic = {1, 1, 1, 6, 6, 6, 7, 8, 9, 16};
        boolean anyElement = random.nextInt(3) == 0;
        for (int i = 0; i < elements.length; i++) {
            elements[i] = anyElement ? 1 + random.nextInt(Element.COUNT) : organic[random.nextInt(organic.length)];
        }
        for (int i = 0; i < xyz.length; i++) {
            xyz[i] = box * random.nextDouble();
        }
        return new Molecule(elements, xyz);
    }
}
