/**
 * Readers and writers of structure files on the JDK alone: XYZ, extended XYZ, CIF and a table. Formats are looked up by
 * file name in {@link net.bioclipse.adit.structure.io.StructureFormats}; formats that need a chemistry toolkit are added
 * there by other bundles. This package never judges a structure.
 */
package net.bioclipse.adit.structure.io;
