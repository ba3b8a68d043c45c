/**
 * A results table without its window: where the records of a file begin, what a row shows, sorting, filters, marks, deletions
 * with undo, export. Nothing here imports {@code org.eclipse}; everything may be called from any thread.
 */
package net.bioclipse.adit.ui.rows;
