/** The installed models: where they lie, their cards, the preference page. */
package net.bioclipse.adit.ui.models;
