/** Fine-tuning from the menu: wizard with a preview of the data, the background run, the view of losses and figures. */
package net.bioclipse.adit.ui.finetune;
