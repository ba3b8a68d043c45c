package net.bioclipse.adit.integration;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.osgi.framework.FrameworkUtil;

import ai.onnx.proto.OnnxMl;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;

/** The native library of ONNX Runtime loads inside Equinox and runs a graph written with the protobuf classes. */
class OnnxRuntimeTest {

    @Test
    void runsAGraphWrittenByTheProtobufClasses() throws OrtException {
        assertNotNull(FrameworkUtil.getBundle(OrtEnvironment.class), "this test must run inside OSGi");
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        assertTrue(environment.getVersion().startsWith("1.28"), environment.getVersion());
        try (OrtSession session = environment.createSession(doubling());
                OnnxTensor x = OnnxTensor.createTensor(environment, new float[] { 1, 2, 3 });
                OrtSession.Result result = session.run(Map.of("x", x))) {
            assertArrayEquals(new float[] { 2, 4, 6 }, (float[]) result.get(0).getValue());
        }
    }

    /** The graph y = x + x for three numbers. */
    private static byte[] doubling() {
        OnnxMl.GraphProto graph = OnnxMl.GraphProto.newBuilder().setName("doubling").addInput(threeFloats("x"))
                .addOutput(threeFloats("y"))
                .addNode(OnnxMl.NodeProto.newBuilder().setOpType("Add").addInput("x").addInput("x").addOutput("y"))
                .build();
        return OnnxMl.ModelProto.newBuilder().setIrVersion(9)
                .addOpsetImport(OnnxMl.OperatorSetIdProto.newBuilder().setVersion(20)).setGraph(graph).build()
                .toByteArray();
    }

    private static OnnxMl.ValueInfoProto threeFloats(String name) {
        OnnxMl.TensorShapeProto shape = OnnxMl.TensorShapeProto.newBuilder()
                .addDim(OnnxMl.TensorShapeProto.Dimension.newBuilder().setDimValue(3)).build();
        OnnxMl.TypeProto type = OnnxMl.TypeProto.newBuilder().setTensorType(OnnxMl.TypeProto.Tensor.newBuilder()
                .setElemType(OnnxMl.TensorProto.DataType.FLOAT_VALUE).setShape(shape)).build();
        return OnnxMl.ValueInfoProto.newBuilder().setName(name).setType(type).build();
    }
}
