/**
 * The networks on ONNX Runtime, on the CPU or through CUDA. An adapter between the ports of generation and sessions; it
 * never sees structures, chemistry or files other than those of the model package.
 *
 * <p>Who closes: {@link net.bioclipse.adit.inference.onnx.OnnxEngine#open} gives a model that its caller closes; a model
 * owns its sessions; each call owns its tensors. The environment of ONNX Runtime is one for the process and stays.
 */
package net.bioclipse.adit.inference.onnx;
