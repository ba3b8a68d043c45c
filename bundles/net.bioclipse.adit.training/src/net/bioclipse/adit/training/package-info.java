/**
 * Trains the networks with libtorch in a process of its own: it reads a plan and arrays, writes weights, and tells of its
 * progress on standard output. It knows no chemistry, and it never runs in the process of ONNX Runtime or of a face.
 */
package net.bioclipse.adit.training;
