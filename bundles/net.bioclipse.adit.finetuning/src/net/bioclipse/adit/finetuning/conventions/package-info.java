/**
 * Pose, cell and atom order in which a model learned its structures, by the words of its package:
 * {@code principal-axes/1}, {@code walk/1}, {@code niggli/1}, {@code electronegativity/1}. The definition is
 * {@code models/reference/conventions.py}; here the same arrays come out.
 */
package net.bioclipse.adit.finetuning.conventions;
