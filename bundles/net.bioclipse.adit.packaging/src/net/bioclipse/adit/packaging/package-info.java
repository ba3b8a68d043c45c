/**
 * Makes model packages: writes the ONNX graphs of an architecture. It imports {@code modelpackage} and the protobuf classes
 * of ONNX, and never an engine, chemistry or a face.
 */
package net.bioclipse.adit.packaging;
