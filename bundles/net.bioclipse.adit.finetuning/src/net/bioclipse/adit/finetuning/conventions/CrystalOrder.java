package net.bioclipse.adit.finetuning.conventions;

import java.util.Comparator;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Element;

/**
 * {@code crystalOrder: electronegativity/1}: elements by rising electronegativity, the first atom at the origin, equal
 * elements by their coordinates rounded to two decimals.
 *
 * @param numbers    atomic numbers in this order
 * @param fractional their coordinates in the reduced cell, each from −0.06 to 0.94
 * @param cell       three lengths in Å and three angles in radians
 */
record CrystalOrder(int[] numbers, double[] fractional, double[] cell) {

    /** Few atoms of real crystals sit near this border. */
    private static final double WRAP = 0.06;

    static CrystalOrder of(int[] numbers, double[] fractional, NiggliCell cell) {
        double[] wrapped = wrapped(cell.fractional(fractional), new double[3]);
        int[] first = order(numbers, wrapped);
        int[] sorted = Conventions.pick(numbers, first);
        double[] rows = Conventions.pickRows(wrapped, first);
        double[] shifted = wrapped(rows, new double[] {rows[0], rows[1], rows[2]});
        int[] second = order(sorted, shifted);
        return new CrystalOrder(Conventions.pick(sorted, second), Conventions.pickRows(shifted, second), cell.parameters());
    }

    private static int[] order(int[] numbers, double[] fractional) {
        Comparator<Integer> order = Comparator
                .comparingDouble((Integer i) -> Element.of(numbers[i]).electronegativity())
                .thenComparingInt(i -> numbers[i]);
        for (int k = 0; k < 3; k++) {
            int axis = k;
            // Adding 0 makes a positive zero of a negative one.
            order = order.thenComparingDouble(i -> Math.rint(100 * fractional[3 * i + axis]) + 0.0);
        }
        return IntStream.range(0, numbers.length).boxed().sorted(order).mapToInt(Integer::intValue).toArray();
    }

    private static double[] wrapped(double[] rows, double[] origin) {
        double[] wrapped = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double moved = rows[i] - origin[i % 3] + WRAP;
            double rest = moved % 1.0;
            wrapped[i] = (rest < 0 ? rest + 1 : rest) - WRAP;
        }
        return wrapped;
    }
}
