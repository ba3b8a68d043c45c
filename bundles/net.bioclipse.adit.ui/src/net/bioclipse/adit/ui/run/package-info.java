/** Runs in the background: the job, the results so far for whoever watches, the files at the end. */
package net.bioclipse.adit.ui.run;
