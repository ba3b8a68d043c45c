/** The view that plots columns of a results table; selections go both ways. */
package net.bioclipse.adit.ui.plots;
