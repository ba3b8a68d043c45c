package net.bioclipse.adit.generation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SortedSet;
import net.bioclipse.adit.structure.Formula;

/**
 * What the user wants; everything that decides which structures come out.
 *
 * @param kind     molecule or crystal
 * @param count    structures to keep, at least 1
 * @param seed     seed of the run
 * @param atoms    atom counts to draw, or empty for those of the training data
 * @param elements atomic numbers that may appear, empty for all that the model knows
 * @param formula  the exact formula of a molecule or cell, or empty
 * @param keep     which structures are kept
 * @param steps    integration steps, or empty for the package's default
 * @param guidance guidance scale, or empty for the package's default
 * @param noiseScale scale of the noise that a stochastic sampler adds, or empty for the package's default
 * @param batch    structures computed at once; changes the speed, not the result
 * @param attempts structures to draw at most before giving up
 * @param include  SMARTS patterns that every kept molecule contains
 * @param exclude  SMARTS patterns that no kept molecule contains
 * @param novelAgainst files of known structures, or {@link #TRAINING}; what is in one of them is not kept
 * @param relax    whether valid molecules are relaxed before they are judged for good
 */
public record GenerationRequest(StructureKind kind, long count, long seed, Optional<AtomRange> atoms,
        SortedSet<Integer> elements, Optional<Formula> formula, Keep keep, OptionalInt steps, OptionalDouble guidance,
        OptionalDouble noiseScale, int batch, long attempts, List<String> include, List<String> exclude, List<String> novelAgainst,
        Relax relax) {

    /** Stands in {@code novelAgainst} for the structures that the model was trained on. */
    public static final String TRAINING = "training";

    public GenerationRequest {
        include = List.copyOf(include);
        exclude = List.copyOf(exclude);
        novelAgainst = List.copyOf(novelAgainst);
    }

    /** A request with the model's own noise that keeps structures whatever they contain and whether they are known or not. */
    public GenerationRequest(StructureKind kind, long count, long seed, Optional<AtomRange> atoms,
            SortedSet<Integer> elements, Optional<Formula> formula, Keep keep, OptionalInt steps, OptionalDouble guidance,
            int batch, long attempts) {
        this(kind, count, seed, atoms, elements, formula, keep, steps, guidance, OptionalDouble.empty(), batch, attempts, List.of(), List.of(),
                List.of(), Relax.NONE);
    }

    /** From {@code minimum} to {@code maximum} atoms, both included. */
    public record AtomRange(int minimum, int maximum) {
    }

    /** ALL keeps every decoded structure, VALID those that pass every check, UNIQUE those of them not seen before. */
    public enum Keep { ALL, VALID, UNIQUE }

    /** NONE leaves structures as drawn, MMFF94 moves valid molecules to the nearest minimum of that force field. */
    public enum Relax { NONE, MMFF94 }
}
