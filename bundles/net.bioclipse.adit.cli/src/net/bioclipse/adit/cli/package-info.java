/**
 * The command line {@code ./adit}: generate, check, models. It knows the core rooms and {@code assembly}, never ONNX
 * Runtime or CDK, and no other face.
 */
package net.bioclipse.adit.cli;
