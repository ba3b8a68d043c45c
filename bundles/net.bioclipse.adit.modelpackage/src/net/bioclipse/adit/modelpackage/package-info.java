/**
 * A model on disk: its description, its tensor file, its checks. Pure data: it imports a JSON library and nothing else, and
 * never an engine, chemistry or a face.
 */
package net.bioclipse.adit.modelpackage;
