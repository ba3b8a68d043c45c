package net.bioclipse.adit.generation;

class GaussianDenoiserTest extends DenoiserContract {

    @Override
    Denoiser denoiser() {
        return new GaussianDenoiser(1, 0.5);
    }
}
