package net.bioclipse.adit.packaging;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bioclipse.adit.modelpackage.SafetensorsFile;
import net.bioclipse.adit.modelpackage.TensorEntry;
import net.bioclipse.adit.modelpackage.TensorType;

/**
 * One ONNX graph in the making. Values are their names. Weights stay in a safetensors file, to which the graph points
 * (external data: location, offset, length); weights in half precision pass a Cast, which a runtime folds when it loads.
 */
final class GraphBuilder {

    /** ONNX operator set: the first with Gelu. */
    static final long OPERATOR_SET = 20;
    /** File format version that came with that operator set. */
    static final long IR_VERSION = 9;

    private static final int FLOAT = TensorProto.DataType.FLOAT_VALUE;
    private static final int HALF = TensorProto.DataType.FLOAT16_VALUE;
    private static final int INT64 = TensorProto.DataType.INT64_VALUE;

    private final GraphProto.Builder graph = GraphProto.newBuilder();
    private final SafetensorsFile weights;
    private final Map<String, String> known = new HashMap<>();
    private int nodes;

    /** @param weights the file that the graph will point to, by its name, from the same directory */
    GraphBuilder(String name, SafetensorsFile weights) {
        graph.setName(name);
        this.weights = weights;
    }

    /** @param dimensions numbers, or words for dynamic dimensions */
    String floatInput(String name, Object... dimensions) {
        graph.addInput(value(name, FLOAT, dimensions));
        return name;
    }

    String wholeInput(String name, Object... dimensions) {
        graph.addInput(value(name, INT64, dimensions));
        return name;
    }

    /** Gives a value its public name. */
    void output(String value, String name, Object... dimensions) {
        graph.addNode(NodeProto.newBuilder().setOpType("Identity").setName(name).addInput(value).addOutput(name));
        graph.addOutput(value(name, FLOAT, dimensions));
    }

    /** A tensor of the weights file, as floats. */
    String weight(String name) {
        return known.computeIfAbsent(name, this::externalTensor);
    }

    /** A constant inside the graph; equal constants are stored once. */
    String floats(List<Long> shape, List<Float> values) {
        return constant(TensorProto.newBuilder().setDataType(FLOAT).addAllDims(shape).addAllFloatData(values));
    }

    String scalar(float value) {
        return floats(List.of(), List.of(value));
    }

    /** A constant list of whole numbers: axes, shapes, sizes. */
    String wholes(Long... values) {
        return constant(TensorProto.newBuilder().setDataType(INT64).addDims(values.length).addAllInt64Data(List.of(values)));
    }

    String wholeScalar(long value) {
        return constant(TensorProto.newBuilder().setDataType(INT64).addInt64Data(value));
    }

    /** Adds a node with one output and returns that. */
    String node(String operator, List<String> inputs, AttributeProto... attributes) {
        return node(operator, inputs, 1, attributes).get(0);
    }

    List<String> node(String operator, List<String> inputs, int outputs, AttributeProto... attributes) {
        String name = operator + "_" + nodes++;
        NodeProto.Builder node = NodeProto.newBuilder().setOpType(operator).setName(name).addAllInput(inputs)
                .addAllAttribute(List.of(attributes));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            names.add(outputs == 1 ? name : name + "." + i);
        }
        graph.addNode(node.addAllOutput(names));
        return names;
    }

    static AttributeProto attribute(String name, long value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto attribute(String name, float value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.FLOAT).setF(value).build();
    }

    static AttributeProto attribute(String name, String value) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value)).build();
    }

    static AttributeProto attribute(String name, List<Long> values) {
        return AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.INTS).addAllInts(values)
                .build();
    }

    ModelProto build() {
        return ModelProto.newBuilder().setIrVersion(IR_VERSION).setProducerName("Bioclipse ADiT")
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(OPERATOR_SET))
                .setGraph(graph).build();
    }

    private String externalTensor(String name) {
        TensorEntry entry = weights.tensors().get(name);
        boolean half = entry.type() == TensorType.F16;
        graph.addInitializer(TensorProto.newBuilder().setName(name).setDataType(half ? HALF : FLOAT)
                .addAllDims(entry.shape()).setDataLocation(TensorProto.DataLocation.EXTERNAL)
                .addExternalData(property("location", weights.path().getFileName().toString()))
                .addExternalData(property("offset", Long.toString(entry.offset())))
                .addExternalData(property("length", Long.toString(entry.bytes()))));
        return half ? node("Cast", List.of(name), attribute("to", FLOAT)) : name;
    }

    private static StringStringEntryProto property(String key, String value) {
        return StringStringEntryProto.newBuilder().setKey(key).setValue(value).build();
    }

    private String constant(TensorProto.Builder tensor) {
        return known.computeIfAbsent(tensor.toString(), content -> {
            String name = "constant_" + graph.getInitializerCount();
            graph.addInitializer(tensor.setName(name));
            return name;
        });
    }

    private static ValueInfoProto value(String name, int type, Object... dimensions) {
        TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
        for (Object dimension : dimensions) {
            if (dimension instanceof Integer size) {
                shape.addDimBuilder().setDimValue(size);
            } else {
                shape.addDimBuilder().setDimParam((String) dimension);
            }
        }
        return ValueInfoProto.newBuilder().setName(name).setType(TypeProto.newBuilder()
                .setTensorType(TypeProto.Tensor.newBuilder().setElemType(type).setShape(shape))).build();
    }
}
