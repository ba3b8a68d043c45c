/** The view that says everything about one row: its checks, where it comes from, what the record says. */
package net.bioclipse.adit.ui.detail;
