/** What wizards that ask for a run share: texts by parameter, rows for them on a page, the choice of a model. */
package net.bioclipse.adit.ui.parameters;
