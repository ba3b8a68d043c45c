/**
 * Help: pages and their table of contents, and what contexts.xml says about the place where the keyboard is. The
 * platform's own help shows the same files where it is installed; it needs a newer Java than this project.
 */
package net.bioclipse.adit.ui.help;
