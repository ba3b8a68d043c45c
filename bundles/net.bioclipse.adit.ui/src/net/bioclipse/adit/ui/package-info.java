/**
 * The workbench face: product, perspective, menus. It calls {@code GenerationPipeline} through the room {@code assembly} and
 * nothing deeper. Nothing here computes in the window's thread.
 */
package net.bioclipse.adit.ui;
