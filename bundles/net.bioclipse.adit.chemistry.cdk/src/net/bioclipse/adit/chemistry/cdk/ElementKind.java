package net.bioclipse.adit.chemistry.cdk;

import java.util.Set;

/** The rough families that decide whether bonds, oxidation states or neither describe an element. */
enum ElementKind {
    METAL("a metal"), METALLOID("a metalloid"), NONMETAL("a nonmetal"), NOBLE_GAS("a noble gas");

    private static final Set<Integer> NOBLE = Set.of(2, 10, 18, 36, 54, 86, 118);
    private static final Set<Integer> NOT_METALLIC = Set.of(1, 6, 7, 8, 9, 15, 16, 17, 34, 35, 53, 85, 117);
    private static final Set<Integer> BETWEEN = Set.of(5, 14, 32, 33, 51, 52);

    private final String phrase;

    ElementKind(String phrase) {
        this.phrase = phrase;
    }

    static ElementKind of(int atomicNumber) {
        if (NOBLE.contains(atomicNumber)) {
            return NOBLE_GAS;
        }
        if (NOT_METALLIC.contains(atomicNumber)) {
            return NONMETAL;
        }
        return BETWEEN.contains(atomicNumber) ? METALLOID : METAL;
    }

    /** With its article, for a sentence. */
    String phrase() {
        return phrase;
    }
}
