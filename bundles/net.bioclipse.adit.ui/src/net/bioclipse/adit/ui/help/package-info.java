/** Help pages in a view, because the platform's help needs a newer Java. */
package net.bioclipse.adit.ui.help;
