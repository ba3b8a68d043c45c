package net.bioclipse.adit.generation;

import net.bioclipse.adit.modelpackage.ModelPackage;

/** The samplers that model packages may name. */
final class Samplers {

    private Samplers() {
    }

    /** @throws IllegalRequestException when no sampler has this name; lists those there are */
    static Sampler of(ModelPackage.Sampler settings, double noiseScale) {
        return switch (settings.name()) {
            case EulerFlowSampler.NAME -> new EulerFlowSampler();
            case StochasticFlowSampler.NAME -> new StochasticFlowSampler(settings.churn(), noiseScale);
            default -> throw new IllegalRequestException("The model asks for the sampler '" + settings.name()
                    + "'; known are " + EulerFlowSampler.NAME + ", " + StochasticFlowSampler.NAME
                    + ". Correct 'sampler' in its model.json or use a newer version of this program.");
        };
    }
}
