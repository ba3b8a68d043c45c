/**
 * Fine-tuning as a face calls it: reads and checks structures, brings them into the model's conventions, runs the training
 * process, compares samples before and after and makes the new model package. Knows neither libtorch nor CDK: the process is
 * found by its class path, structures are judged through {@link net.bioclipse.adit.structure.StructureAssessor}.
 */
package net.bioclipse.adit.finetuning;
