/**
 * The force field MMFF94 on this machine's Java alone: energies and typing by OpenChemLib, the way down by {@link
 * net.bioclipse.adit.forcefield.LimitedMemoryBfgs}. Knows structures and the ports it fills, no toolkit beside.
 */
package net.bioclipse.adit.forcefield;
