package net.bioclipse.adit.generation;

import net.bioclipse.adit.structure.AtomicStructure;

/**
 * One drawn structure and where it comes from.
 *
 * @param structure the atoms
 * @param seed      seed of the run
 * @param index     its number in the run, from 0: (seed, index, model, request) give the same structure again
 */
public record GeneratedStructure(AtomicStructure structure, long seed, long index) {
}
