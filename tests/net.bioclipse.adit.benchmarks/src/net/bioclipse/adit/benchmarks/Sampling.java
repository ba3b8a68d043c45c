package net.bioclipse.adit.benchmarks;

import java.util.Random;
import net.bioclipse.adit.generation.Denoiser;
import net.bioclipse.adit.generation.GuidedDenoiser;
import net.bioclipse.adit.generation.Latents;
import net.bioclipse.adit.generation.LoadedModel;
import net.bioclipse.adit.generation.NeuralEngine.Device;
import net.bioclipse.adit.generation.NeuralEngine.Options;
import net.bioclipse.adit.inference.onnx.OnnxEngine;
import net.bioclipse.adit.modelpackage.ModelPackageException;
import net.bioclipse.adit.modelpackage.ModelPackageReader;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Steps of sampling a second, a step being one prediction for 16 molecules of 18 atoms; and what guidance adds. */
@State(Scope.Benchmark)
public class Sampling {

    private static final Denoiser.Condition MOLECULE = new Denoiser.Condition(2, 0);
    private static final double GUIDANCE = 2;

    @Param("models/adit-qm9-mp20")
    public String model;

    @Param("16")
    public int batch;

    @Param("18")
    public int atoms;

    private LoadedModel loaded;
    private Latents noisy;
    private Latents previous;
    private Denoiser instant;
    private Denoiser guided;

    @Setup
    public void load() throws ModelPackageException {
        loaded = new OnnxEngine().open(ModelPackageReader.read(Samples.root().resolve(model)), new Options(Device.CPU, 1));
        previous = Latents.zeros(batch, atoms);
        noisy = Latents.zeros(batch, atoms);
        Random random = new Random(1);
        for (int i = 0; i < noisy.values().length; i++) {
            noisy.values()[i] = (float) random.nextGaussian();
        }
        instant = (x, before, time, condition) -> before;
        guided = new GuidedDenoiser(instant, GUIDANCE);
    }

    @TearDown
    public void close() {
        loaded.close();
    }

    @Benchmark
    public Latents step() {
        return loaded.denoiser().predict(noisy, previous, 0.5, MOLECULE);
    }

    /** With a denoiser that costs nothing, so that what is left is the arithmetic of guidance. */
    @Benchmark
    public Latents guidanceAlone() {
        return guided.predict(noisy, previous, 0.5, MOLECULE);
    }
}
