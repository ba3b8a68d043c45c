package net.bioclipse.adit.ui.scene;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.bioclipse.adit.structure.Element;

/** Colours and sizes of the elements, from the table {@code elements-drawn.tsv} beside this class (its head names the sources). */
public final class Look {

    private static final int UNKNOWN_COLOUR = 0xEB0026;
    private static final double UNKNOWN_RADIUS = 2.0;
    private static final double SMALLEST_BALL = 0.25;
    private static final int[] COLOURS = new int[Element.COUNT + 1];
    private static final double[] VAN_DER_WAALS = new double[Element.COUNT + 1];

    static {
        Arrays.fill(COLOURS, UNKNOWN_COLOUR);
        Arrays.fill(VAN_DER_WAALS, UNKNOWN_RADIUS);
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Look.class.getResourceAsStream("elements-drawn.tsv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).map(line -> line.split("\t")).forEach(f -> {
                int z = Element.ofSymbol(f[0]).orElseThrow().number();
                COLOURS[z] = Integer.parseInt(f[1], 16);
                double radius = Double.parseDouble(f[2]);
                VAN_DER_WAALS[z] = radius > 0 ? radius : UNKNOWN_RADIUS;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Look() {
    }

    /** Colour of an element, 0xRRGGBB. */
    public static int colour(int atomicNumber) {
        return COLOURS[atomicNumber];
    }

    static double vanDerWaals(int atomicNumber) {
        return VAN_DER_WAALS[atomicNumber];
    }

    /** Radius of an atom in a ball-and-stick picture, Å. */
    static double ball(int atomicNumber) {
        double radius = Element.of(atomicNumber).covalentRadius();
        return Math.max(SMALLEST_BALL, 0.2 + 0.22 * (radius > 0 ? radius : 1.5));
    }
}
