/** Looks at a workbench from inside, with the platform's own means only: it must not know the bundles of ADiT. */
package net.bioclipse.adit.host;
