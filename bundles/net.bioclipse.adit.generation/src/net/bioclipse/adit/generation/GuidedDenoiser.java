package net.bioclipse.adit.generation;

/**
 * Classifier-free guidance: u + s (c − u) between the prediction u of the null class and c of the wanted one (Ho and
 * Salimans 2022, arXiv 2207.12598). A scale of 1 is c itself and costs one call, any other scale two.
 */
public final class GuidedDenoiser implements Denoiser {

    private final Denoiser denoiser;
    private final float scale;

    public GuidedDenoiser(Denoiser denoiser, double scale) {
        this.denoiser = denoiser;
        this.scale = (float) scale;
    }

    @Override
    public Latents predict(Latents noisy, Latents previous, double time, Condition condition) {
        Latents wanted = denoiser.predict(noisy, previous, time, condition);
        if (scale == 1 || condition.equals(Condition.NONE)) {
            return wanted;
        }
        float[] u = denoiser.predict(noisy, previous, time, Condition.NONE).values();
        float[] guided = new float[u.length];
        for (int i = 0; i < u.length; i++) {
            guided[i] = u[i] + scale * (wanted.values()[i] - u[i]);
        }
        return new Latents(noisy.batch(), noisy.atoms(), guided);
    }
}
