/**
 * Relaxation of molecules behind a narrow port, what comes of it, and the programs that fill the port: each runs as a process
 * of its own, in a folder of its own that is removed afterwards. Knows structures and nothing else.
 */
package net.bioclipse.adit.physics;
