/**
 * The report on many structures: one HTML page with counts, reasons, pictures and distributions that needs nothing beside
 * itself. Knows structures and their assessments, no toolkit; pictures of molecules come through a port.
 */
package net.bioclipse.adit.report;
