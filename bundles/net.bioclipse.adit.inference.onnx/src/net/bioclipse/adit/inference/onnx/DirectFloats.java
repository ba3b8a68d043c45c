package net.bioclipse.adit.inference.onnx;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/** Memory outside the heap that is used again call after call, so that ONNX Runtime reads it without another copy. */
final class DirectFloats {

    private FloatBuffer buffer = allocate(0);

    /** The values in a buffer that is valid until the next call. */
    FloatBuffer of(float[] values) {
        if (buffer.capacity() < values.length) {
            buffer = allocate(values.length);
        }
        return buffer.clear().put(values).flip();
    }

    static FloatBuffer allocate(int floats) {
        return ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder()).asFloatBuffer();
    }
}
