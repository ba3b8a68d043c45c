/**
 * Draws structures: noise from seeds, samplers, guidance, the way from decoded arrays to structures, and the pipeline that
 * joins them. The networks and the chemistry stand behind ports ({@link net.bioclipse.adit.generation.NeuralEngine},
 * {@link net.bioclipse.adit.structure.StructureAssessor}).
 *
 * <p>Imports structures, model packages and the JDK; never an inference engine, a chemistry toolkit or a face.
 */
package net.bioclipse.adit.generation;
