/** The results editor: a table of any structure file or run, with filters above it. The other views watch it. */
package net.bioclipse.adit.ui.results;
