/**
 * What an atomic structure is: elements, molecules, crystals, formulas, and what can be said about one. Immutable values
 * in Å and degrees. This package imports nothing but the JDK.
 */
package net.bioclipse.adit.structure;
