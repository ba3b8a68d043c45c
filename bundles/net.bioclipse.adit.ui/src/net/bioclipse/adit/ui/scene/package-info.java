/**
 * Structures as pictures, without a window: what is drawn of a molecule or crystal, from where, and the pixels. Nothing here
 * imports {@code org.eclipse}.
 */
package net.bioclipse.adit.ui.scene;
