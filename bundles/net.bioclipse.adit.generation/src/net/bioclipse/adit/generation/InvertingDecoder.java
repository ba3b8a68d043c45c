package net.bioclipse.adit.generation;

import java.util.Optional;
import java.util.stream.IntStream;
import net.bioclipse.adit.structure.Lattice;

/**
 * A decoder made more precise by its encoder: the structure is searched whose latents are the ones asked for. The decoder is
 * an approximate inverse of the encoder, so z ← z + (asked − encode(decode(z))) is a fixed-point iteration towards the exact
 * one; it costs an encoding and a decoding a round, little beside a hundred denoising steps.
 *
 * <p>Elements are those chosen for the first decoding. A structure keeps the geometry whose latents came closest, so that no network,
 * however poor, is made worse in that measure.
 */
final class InvertingDecoder implements LatentDecoder {

    /** Measured on the shipped model: the error falls to a fifth in the first round, to a third of that in the second. */
    static final int ROUNDS = 2;

    private final LatentDecoder decoder;
    private final LatentEncoder encoder;
    private final StructureKind kind;
    private final ElementChoice choice;

    InvertingDecoder(LatentDecoder decoder, LatentEncoder encoder, StructureKind kind, ElementChoice choice) {
        this.decoder = decoder;
        this.encoder = encoder;
        this.kind = kind;
        this.choice = choice;
    }

    @Override
    public DecodedAtoms decode(Latents asked) {
        DecodedAtoms best = decoder.decode(asked);
        long[] types = IntStream.range(0, asked.batch()).flatMap(row -> IntStream.of(choice.of(best, row))).asLongStream()
                .toArray();
        float[] searched = asked.values().clone();
        float[] found = encode(best, types);
        double[] distances = distances(asked, found);
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < searched.length; i++) {
                searched[i] += asked.values()[i] - found[i];
            }
            DecodedAtoms next = decoder.decode(new Latents(asked.batch(), asked.atoms(), searched.clone()));
            found = encode(next, types);
            double[] latest = distances(asked, found);
            for (int row = 0; row < asked.batch(); row++) {
                if (latest[row] < distances[row]) {
                    distances[row] = latest[row];
                    copyGeometry(next, best, row);
                }
            }
        }
        return best;
    }

    private float[] encode(DecodedAtoms decoded, long[] types) {
        int atoms = decoded.atoms();
        boolean crystals = kind == StructureKind.CRYSTAL;
        float[] positions = new float[types.length * 3];
        for (int row = 0; row < decoded.batch(); row++) {
            double[] angstroms = crystals ? cartesian(decoded, row) : angstroms(decoded, row);
            for (int axis = 0; axis < 3; axis++) {
                double centre = 0;
                for (int i = axis; i < angstroms.length; i += 3) {
                    centre += angstroms[i] / atoms;
                }
                for (int i = axis; i < angstroms.length; i += 3) {
                    positions[row * angstroms.length + i] = (float) (angstroms[i] - centre);
                }
            }
        }
        float[] fractional = crystals ? decoded.fractional() : new float[positions.length];
        return encoder.encode(decoded.batch(), atoms, types, positions, fractional).values();
    }

    private static double[] angstroms(DecodedAtoms decoded, int row) {
        double[] angstroms = new double[decoded.atoms() * 3];
        for (int i = 0; i < angstroms.length; i++) {
            angstroms[i] = StructureBuilder.ANGSTROMS_PER_NANOMETRE * decoded.positions()[row * angstroms.length + i];
        }
        return angstroms;
    }

    /** All zero without a possible cell; such a row is refused later and only has to harm no other one. */
    private static double[] cartesian(DecodedAtoms decoded, int row) {
        double[] fractional = new double[decoded.atoms() * 3];
        for (int i = 0; i < fractional.length; i++) {
            fractional[i] = decoded.fractional()[row * fractional.length + i];
        }
        Optional<Lattice> lattice = StructureBuilder.lattice(decoded.lattice(), row * 6, decoded.atoms());
        return lattice.map(l -> l.toCartesian(fractional)).orElse(new double[fractional.length]);
    }

    /** Squared, of each structure; NaN compares as no improvement. */
    private static double[] distances(Latents asked, float[] found) {
        double[] distances = new double[asked.batch()];
        int width = asked.atoms() * Latents.WIDTH;
        for (int i = 0; i < found.length; i++) {
            double difference = asked.values()[i] - found[i];
            distances[i / width] += difference * difference;
        }
        return distances;
    }

    private static void copyGeometry(DecodedAtoms from, DecodedAtoms to, int row) {
        int width = from.atoms() * 3;
        System.arraycopy(from.positions(), row * width, to.positions(), row * width, width);
        System.arraycopy(from.fractional(), row * width, to.fractional(), row * width, width);
        System.arraycopy(from.lattice(), row * 6, to.lattice(), row * 6, 6);
    }
}
