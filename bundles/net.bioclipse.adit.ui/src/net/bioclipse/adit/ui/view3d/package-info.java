/** The view that shows the selected structures in space. */
package net.bioclipse.adit.ui.view3d;
