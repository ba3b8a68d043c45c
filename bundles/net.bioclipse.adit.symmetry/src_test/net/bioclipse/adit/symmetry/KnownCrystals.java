package net.bioclipse.adit.symmetry;

import java.util.Arrays;
import java.util.stream.Stream;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;
import net.bioclipse.adit.structure.Lattice;

/** Structure types of all crystal systems, from their textbook descriptions, every atom of the cell written out. */
enum KnownCrystals {

    ROCK_SALT(225, "F m -3 m", cubic(5.64), "Na 0 0 0 0 .5 .5 .5 0 .5 .5 .5 0", "Cl .5 .5 .5 .5 0 0 0 .5 0 0 0 .5"),
    DIAMOND(227, "F d -3 m", cubic(3.567), "C 0 0 0 0 .5 .5 .5 0 .5 .5 .5 0 .25 .25 .25 .25 .75 .75 .75 .25 .75 .75 .75 .25"),
    ZINC_BLENDE(216, "F -4 3 m", cubic(5.41), "Zn 0 0 0 0 .5 .5 .5 0 .5 .5 .5 0",
            "S .25 .25 .25 .25 .75 .75 .75 .25 .75 .75 .75 .25"),
    PEROVSKITE(221, "P m -3 m", cubic(3.905), "Sr .5 .5 .5", "Ti 0 0 0", "O .5 0 0 0 .5 0 0 0 .5"),
    PYRITE(205, "P a -3", cubic(5.418), "Fe 0 0 0 .5 0 .5 0 .5 .5 .5 .5 0",
            "S .385 .385 .385 .115 .615 .885 .615 .885 .115 .885 .115 .615"
                    + " .615 .615 .615 .885 .385 .115 .385 .115 .885 .115 .885 .385"),
    HEXAGONAL_CLOSE(194, "P 6_3/m m c", new Lattice(3.209, 3.209, 5.211, 90, 90, 120),
            "Mg .33333333 .66666667 .25 .66666667 .33333333 .75"),
    WURTZITE(186, "P 6_3 m c", new Lattice(3.811, 3.811, 6.234, 90, 90, 120),
            "Zn .33333333 .66666667 0 .66666667 .33333333 .5", "S .33333333 .66666667 .375 .66666667 .33333333 .875"),
    QUARTZ(154, "P 3_2 2 1", new Lattice(4.913, 4.913, 5.405, 90, 90, 120),
            "Si .4697 0 .66666667 0 .4697 .33333333 .5303 .5303 0",
            "O .4135 .2669 .7858 .7331 .1466 .45246667 .8534 .5865 .11913333"
                    + " .2669 .4135 .2142 .1466 .7331 .54753333 .5865 .8534 .88086667"),
    CALCITE(167, "R -3 c", new Lattice(6.375, 6.375, 6.375, 46.08, 46.08, 46.08), "Ca 0 0 0 .5 .5 .5",
            "C .25 .25 .25 .75 .75 .75", "O .507 .993 .25 .993 .25 .507 .25 .507 .993 .493 .007 .75 .007 .75 .493 .75 .493 .007"),
    RUTILE(136, "P 4_2/m n m", new Lattice(4.594, 4.594, 2.959, 90, 90, 90), "Ti 0 0 0 .5 .5 .5",
            "O .305 .305 0 .695 .695 0 .195 .805 .5 .805 .195 .5"),
    ORTHORHOMBIC(47, "P m m m", new Lattice(3, 4, 5, 90, 90, 90), "Fe 0 0 0", "O .5 .5 .5"),
    MONOCLINIC(10, "P 2/m", new Lattice(3, 4, 5, 90, 105, 90), "Fe 0 0 0", "O .5 .5 .5"),
    CENTRED_MONOCLINIC(12, "C 2/m", new Lattice(6, 4, 5, 90, 105, 90), "Fe 0 0 0 .5 .5 0", "O .5 0 .5 0 .5 .5"),
    TRICLINIC(2, "P -1", new Lattice(3, 4, 5, 80, 95, 103), "Fe 0 0 0", "O .5 .5 .5"),
    NO_SYMMETRY(1, "P 1", new Lattice(4, 5, 6, 80, 95, 103), "Fe 0 0 0", "O .4 .3 .6", "S .1 .55 .35");

    final int number;
    final String symbol;
    final Crystal crystal;

    KnownCrystals(int number, String symbol, Lattice lattice, String... sites) {
        this.number = number;
        this.symbol = symbol;
        int[] elements = Stream.of(sites).flatMap(site -> {
            String[] words = site.split(" ");
            int z = Element.ofSymbol(words[0]).orElseThrow().number();
            return Stream.generate(() -> z).limit(words.length / 3);
        }).mapToInt(Integer::intValue).toArray();
        double[] fractional = Stream.of(sites).flatMap(site -> Arrays.stream(site.split(" ")).skip(1))
                .mapToDouble(Double::parseDouble).toArray();
        this.crystal = new Crystal(lattice, elements, fractional);
    }

    private static Lattice cubic(double a) {
        return new Lattice(a, a, a, 90, 90, 90);
    }
}
