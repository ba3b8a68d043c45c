package net.bioclipse.adit.modelpackage;

import java.util.List;

/**
 * Where a tensor lies in a safetensors file.
 *
 * @param name   its name
 * @param type   type of its elements, little-endian
 * @param shape  its dimensions, row-major; empty for a scalar
 * @param offset first byte, counted from the start of the file (as ONNX external data counts)
 * @param bytes  length in bytes, always the product of the shape times the size of an element
 */
public record TensorEntry(String name, TensorType type, List<Long> shape, long offset, long bytes) {
}
