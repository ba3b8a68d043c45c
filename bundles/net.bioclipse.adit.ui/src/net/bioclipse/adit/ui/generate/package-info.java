/**
 * The wizard that asks what to generate. All its questions, defaults and sentences come from
 * {@code GenerationParameters}.
 */
package net.bioclipse.adit.ui.generate;
