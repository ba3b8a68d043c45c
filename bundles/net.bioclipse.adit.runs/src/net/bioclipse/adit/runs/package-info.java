/**
 * A run as every face makes it: texts in, two files out (the structures and the record of the run). Knows neither the
 * engine nor the toolkit; a face hands them over as {@link net.bioclipse.adit.runs.RunParts}.
 */
package net.bioclipse.adit.runs;
