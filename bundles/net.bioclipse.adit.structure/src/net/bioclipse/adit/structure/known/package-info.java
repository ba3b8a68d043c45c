/**
 * Sets of known structures, so that what is generated can be called novel or not: an index of identities on disk, built
 * once and looked up in microseconds. Knows neither what an identity is made of nor any toolkit.
 */
package net.bioclipse.adit.structure.known;
