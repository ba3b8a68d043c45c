package net.bioclipse.adit.inference.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import net.bioclipse.adit.generation.InferenceException;
import net.bioclipse.adit.modelpackage.ModelPackage;
import net.bioclipse.adit.modelpackage.ModelPackageException;

/** One graph of a model package in a session, compared with its contract when it is opened. */
final class Graph implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final OrtSession.SessionOptions options;
    private final Path file;
    private boolean closed;

    /** What a graph computes: the name of its file and its tensors. */
    record Contract(String file, List<TensorPort> inputs, List<TensorPort> outputs) {
    }

    private Graph(OrtEnvironment environment, OrtSession session, OrtSession.SessionOptions options, Path file) {
        this.environment = environment;
        this.session = session;
        this.options = options;
        this.file = file;
    }

    /** @throws ModelPackageException when the graph cannot be loaded (its cause is ORT's) or breaks its contract */
    static Graph open(OrtEnvironment environment, ModelPackage modelPackage, Contract contract, Hardware hardware)
            throws ModelPackageException {
        Path file = modelPackage.directory().resolve(contract.file());
        String asked = "The graph " + contract.file() + " of model '" + modelPackage.id() + "' cannot be used";
        Graph graph;
        try {
            OrtSession.SessionOptions options = hardware.options();
            try {
                // By its path, so that the weights beside it are found.
                graph = new Graph(environment, environment.createSession(file.toString(), options), options, file);
            } catch (OrtException | RuntimeException e) {
                options.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new ModelPackageException(asked + ": ONNX Runtime says '" + firstLine(e)
                    + "'; a graph as the packaging of models writes it would be right (" + file + ").", e);
        }
        try {
            check(asked, "input", contract.inputs(), graph.session.getInputInfo(), file);
            check(asked, "output", contract.outputs(), graph.session.getOutputInfo(), file);
            return graph;
        } catch (OrtException e) {
            graph.close();
            throw new ModelPackageException(asked + ": its tensors cannot be listed (" + firstLine(e) + ").", e);
        } catch (ModelPackageException e) {
            graph.close();
            throw e;
        }
    }

    private static void check(String asked, String what, List<TensorPort> ports, Map<String, NodeInfo> found, Path file)
            throws ModelPackageException {
        List<String> names = ports.stream().map(TensorPort::name).sorted().toList();
        if (!names.equals(List.copyOf(new TreeSet<>(found.keySet())))) {
            throw ModelPackageException.of(asked, "its " + what + "s are " + new TreeSet<>(found.keySet()), names
                    + " would be right", file);
        }
        for (TensorPort port : ports) {
            NodeInfo node = found.get(port.name());
            if (!port.fits(node)) {
                throw ModelPackageException.of(asked, what + " '" + port.name() + "' is " + TensorPort.shown(node),
                        port.shown() + " would be right", file);
            }
        }
    }

    /** A tensor on the memory of the buffer, from its position to its limit, when that is direct. The caller closes it. */
    OnnxTensor tensor(FloatBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, values, shape);
    }

    OnnxTensor tensor(LongBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, values, shape);
    }

    /** Computes; the caller closes the result. */
    OrtSession.Result run(Map<String, OnnxTensor> inputs) throws OrtException {
        return session.run(inputs);
    }

    /**
     * The values of an output, copied.
     *
     * @param expected how many there must be
     */
    float[] floats(OrtSession.Result result, String name, int expected) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        if (buffer.remaining() != expected) {
            throw new InferenceException("The graph gave " + buffer.remaining() + " values as '" + name + "'; " + expected
                    + " would be right (" + file + ").", null);
        }
        float[] values = new float[expected];
        buffer.get(values);
        return values;
    }

    InferenceException failure(OrtException e) {
        return new InferenceException("Computing with a graph failed: ONNX Runtime says '" + firstLine(e)
                + "'; a smaller --batch needs less memory (" + file + ").", e);
    }

    static String firstLine(Throwable e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName()).strip();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (options) {
            session.close();
        } catch (OrtException e) {
            throw new InferenceException("A session cannot be closed: " + firstLine(e) + " (" + file + ").", e);
        }
    }
}
