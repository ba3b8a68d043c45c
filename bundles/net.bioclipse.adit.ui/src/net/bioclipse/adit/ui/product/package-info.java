/** The product "Bioclipse ADiT": its application, its window and its perspective. Another workbench uses only the last. */
package net.bioclipse.adit.ui.product;
