package net.bioclipse.adit.generation;

import java.util.List;
import java.util.stream.Collectors;

/** The samplers that model packages may name. */
public final class Samplers {

    private static final List<Sampler> ALL = List.of(new EulerFlowSampler());

    private Samplers() {
    }

    /** @throws IllegalRequestException when no sampler has this name; lists those there are */
    public static Sampler byName(String name) {
        return ALL.stream().filter(sampler -> sampler.name().equals(name)).findFirst()
                .orElseThrow(() -> new IllegalRequestException("The model asks for the sampler '" + name + "'; known are "
                        + ALL.stream().map(Sampler::name).collect(Collectors.joining(", "))
                        + ". Correct 'sampler' in its model.json or use a newer version of this program."));
    }
}
