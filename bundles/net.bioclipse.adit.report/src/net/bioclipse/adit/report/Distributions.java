package net.bioclipse.adit.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Labels;

/**
 * How sizes, elements, bond lengths and properties are spread over a set of structures: the structures of a report, or those
 * that it is compared with. Structures are counted and forgotten.
 */
public final class Distributions {

    /** Texts have more values than a chart can show: these are counted, and numbers all. */
    private static final String SPACE_GROUP = "space group";
    private static final int MOST_BOND_KINDS = 500;
    private static final double BOND_WIDTH = 0.01;

    private final Map<String, Histogram> numbers = new LinkedHashMap<>();
    private final Map<String, Histogram> bonds = new TreeMap<>();
    private final Map<String, Long> elements = new TreeMap<>();
    private final Map<String, Long> spaceGroups = new TreeMap<>();
    private long structures;

    /** Counts one structure. */
    public void add(AtomicStructure structure, Assessment assessment) {
        structures++;
        number("atoms", 1, structure.atomCount(), 1);
        for (int i = 0; i < structure.atomCount(); i++) {
            elements.merge(Labels.symbol(structure.atomicNumber(i)), 1L, Long::sum);
        }
        assessment.properties().forEach((name, value) -> {
            if (name.equals(SPACE_GROUP)) {
                spaceGroups.merge(value.toString(), 1L, Long::sum);
            } else if (value instanceof Number number) {
                number(name, width(number), number.doubleValue(), 1);
            }
        });
        if (!(structure instanceof Crystal)) {
            addBonds(structure, assessment);
        }
    }

    /** Counts structures of which only the number of atoms is known, as a model package tells it of its training data. */
    public void addSizes(Map<Integer, Long> structuresByAtoms) {
        structuresByAtoms.forEach((atoms, count) -> number("atoms", 1, atoms, count));
    }

    private void addBonds(AtomicStructure structure, Assessment assessment) {
        double[] positions = structure.positions();
        for (Assessment.Bond bond : assessment.bonds()) {
            String kind = kind(structure, bond);
            if (bonds.size() < MOST_BOND_KINDS || bonds.containsKey(kind)) {
                int a = 3 * bond.first();
                int b = 3 * bond.second();
                bonds.computeIfAbsent(kind, k -> new Histogram(BOND_WIDTH)).add(Math.sqrt(square(positions[a] - positions[b])
                        + square(positions[a + 1] - positions[b + 1]) + square(positions[a + 2] - positions[b + 2])), 1);
            }
        }
    }

    /** "C=O": the symbols in the order of the alphabet. */
    private static String kind(AtomicStructure structure, Assessment.Bond bond) {
        String first = Labels.symbol(structure.atomicNumber(bond.first()));
        String second = Labels.symbol(structure.atomicNumber(bond.second()));
        String line = switch (bond.order()) {
            case 2 -> "=";
            case 3 -> "≡";
            default -> "–";
        };
        return first.compareTo(second) <= 0 ? first + line + second : second + line + first;
    }

    private void number(String name, double width, double value, long times) {
        numbers.computeIfAbsent(name, n -> new Histogram(width)).add(value, times);
    }

    /** Whole numbers keep bins of their own; others begin finer than any chart. */
    private static double width(Number number) {
        return number instanceof Integer || number instanceof Long ? 1 : 1.0 / 256;
    }

    private static double square(double x) {
        return x * x;
    }

    long structures() {
        return structures;
    }

    /** Name → histogram: "atoms" and every property that is a number, in the order of their first appearance. */
    Map<String, Histogram> numbers() {
        return numbers;
    }

    /** Kind of bond → histogram of lengths in Å. */
    Map<String, Histogram> bonds() {
        return bonds;
    }

    /** Symbol → atoms. */
    Map<String, Long> elements() {
        return elements;
    }

    /** Space group → structures. */
    Map<String, Long> spaceGroups() {
        return spaceGroups;
    }
}
