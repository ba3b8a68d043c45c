package net.bioclipse.adit.chemistry.cdk.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.bioclipse.adit.chemistry.cdk.MoleculeGraph;
import net.bioclipse.adit.structure.Assessment;
import net.bioclipse.adit.structure.AtomicStructure;
import net.bioclipse.adit.structure.Molecule;
import net.bioclipse.adit.structure.StructureFilter;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.smarts.SmartsPattern;

/**
 * Keeps molecules that contain every included substructure and none of the excluded ones, given as SMARTS
 * (https://www.daylight.com/dayhtml/doc/theory/theory.smarts.html) with Daylight's aromaticity.
 *
 * <p>Hydrogens are counts, as usual: {@code [OH]} is a hydroxyl group and D counts heavy neighbours. Only a pattern that
 * names a hydrogen atom, such as {@code [H]O}, is looked for among all atoms. Of molecules without coordinates no
 * stereochemistry is known. A structure whose bonds could not be perceived is refused.
 */
public final class SubstructureFilter implements StructureFilter {

    private final List<Substructure> included;
    private final List<Substructure> excluded;

    /**
     * @param included SMARTS of which all must be there
     * @param excluded SMARTS of which none must be there
     * @throws IllegalArgumentException with a sentence for the user that says where a pattern is wrong
     */
    public SubstructureFilter(List<String> included, List<String> excluded) {
        this.included = included.stream().map(smarts -> new Substructure(smarts.strip())).toList();
        this.excluded = excluded.stream().map(smarts -> new Substructure(smarts.strip())).toList();
    }

    @Override
    public Optional<String> refusal(AtomicStructure structure, Assessment assessment) {
        if (!(structure instanceof Molecule molecule)) {
            return Optional.of("is a crystal");
        }
        if (assessment.charges().length != molecule.atomCount()) {
            return Optional.of("has no perceived bonds");
        }
        Optional<IAtomContainer> heavy = prepared(() -> MoleculeGraph
                .withoutHydrogens(MoleculeGraph.of(molecule, assessment)), false);
        Optional<IAtomContainer> complete = prepared(() -> MoleculeGraph.of(molecule, assessment), true);
        Predicate<Substructure> there = part -> part.isIn(part.namesHydrogen() ? complete.get() : heavy.get());
        Stream<String> missing = included.stream().filter(there.negate()).map(part -> "lacks " + part);
        Stream<String> unwanted = excluded.stream().filter(there).map(part -> "contains " + part);
        return Stream.concat(missing, unwanted).findFirst();
    }

    /** The graph with rings and aromaticity marked, when a pattern needs it. */
    private Optional<IAtomContainer> prepared(Supplier<IAtomContainer> graph, boolean withHydrogens) {
        if (Stream.concat(included.stream(), excluded.stream()).noneMatch(part -> part.namesHydrogen() == withHydrogens)) {
            return Optional.empty();
        }
        IAtomContainer made = graph.get();
        SmartsPattern.prepare(made);
        return Optional.of(made);
    }
}
