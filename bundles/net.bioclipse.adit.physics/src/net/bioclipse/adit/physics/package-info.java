/**
 * Programs that compute energies and forces, behind a narrow port: each runs as a process of its own, in a folder of its own
 * that is removed afterwards. Knows structures and nothing else.
 */
package net.bioclipse.adit.physics;
