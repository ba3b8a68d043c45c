package net.bioclipse.adit.inference.onnx;

import net.bioclipse.adit.modelpackage.Architecture;

/** Between raw latents z and the normalised ones that the denoiser works on, (z − mean) / scale feature by feature. */
record LatentScale(double[] mean, double[] scale) {

    float[] raw(float[] normalised) {
        float[] raw = new float[normalised.length];
        for (int i = 0; i < raw.length; i++) {
            int feature = i % Architecture.LATENT;
            raw[i] = (float) (normalised[i] * scale[feature] + mean[feature]);
        }
        return raw;
    }

    float[] normalised(float[] raw) {
        float[] normalised = new float[raw.length];
        for (int i = 0; i < raw.length; i++) {
            int feature = i % Architecture.LATENT;
            normalised[i] = (float) ((raw[i] - mean[feature]) / scale[feature]);
        }
        return normalised;
    }
}
