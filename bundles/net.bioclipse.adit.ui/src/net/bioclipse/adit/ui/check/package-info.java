/** Checks files that the user chooses. */
package net.bioclipse.adit.ui.check;
