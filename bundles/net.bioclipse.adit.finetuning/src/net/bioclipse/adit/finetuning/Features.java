package net.bioclipse.adit.finetuning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Crystal;
import net.bioclipse.adit.structure.Element;

/**
 * What a chemist would recognise a family by, as words: for a molecule the atoms with their neighbours, {@code N(#C)} or
 * {@code C(-C,-H,=O)}; for a crystal its elements and the pattern of its formula, {@code ABC3}.
 */
final class Features {

    private static final String BONDS = "?-=#";

    private Features() {
    }

    static Set<String> of(AtomicStructure structure, Assessment assessment) {
        return structure instanceof Crystal ? ofCrystal(structure) : ofMolecule(structure, assessment);
    }

    private static Set<String> ofCrystal(AtomicStructure crystal) {
        TreeMap<Integer, Integer> counts = new TreeMap<>(crystal.formula().reduced().counts());
        Set<String> features = counts.keySet().stream().map(z -> Element.of(z).symbol())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Integer> amounts = counts.values().stream().sorted().toList();
        features.add(IntStream.range(0, amounts.size())
                .mapToObj(i -> letter(i) + (amounts.get(i) == 1 ? "" : amounts.get(i).toString()))
                .collect(Collectors.joining()));
        return features;
    }

    private static String letter(int i) {
        return i < 26 ? String.valueOf((char) ('A' + i)) : "X";
    }

    private static Set<String> ofMolecule(AtomicStructure molecule, Assessment assessment) {
        List<List<String>> neighbours = new ArrayList<>();
        IntStream.range(0, molecule.atomCount()).forEach(i -> neighbours.add(new ArrayList<>()));
        for (Assessment.Bond bond : assessment.bonds()) {
            char order = BONDS.charAt(Math.max(0, Math.min(3, bond.order())));
            neighbours.get(bond.first()).add(order + Element.of(molecule.atomicNumber(bond.second())).symbol());
            neighbours.get(bond.second()).add(order + Element.of(molecule.atomicNumber(bond.first())).symbol());
        }
        Set<String> features = new LinkedHashSet<>();
        for (int i = 0; i < molecule.atomCount(); i++) {
            if (molecule.atomicNumber(i) != 1) {
                features.add(Element.of(molecule.atomicNumber(i)).symbol()
                        + neighbours.get(i).stream().sorted().collect(Collectors.joining(",", "(", ")")));
            }
        }
        return features;
    }
}
