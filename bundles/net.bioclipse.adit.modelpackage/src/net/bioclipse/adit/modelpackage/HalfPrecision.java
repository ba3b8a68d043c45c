package net.bioclipse.adit.modelpackage;

/** IEEE 754 binary16, which Java 17 does not know. */
final class HalfPrecision {

    private static final int FLOAT_BIAS_SHIFT = 127 - 15;

    private HalfPrecision() {
    }

    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = half >>> 10 & 0x1f;
        int fraction = half & 0x3ff;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int bits = exponent == 0x1f ? 0x7f800000 : exponent + FLOAT_BIAS_SHIFT << 23;
        return Float.intBitsToFloat(sign | bits | fraction << 13);
    }

    /** Rounds to nearest, ties to even; values beyond 65504 become infinite. */
    static short fromFloat(float value) {
        int bits = Float.floatToIntBits(value);
        int sign = bits >>> 16 & 0x8000;
        int magnitude = bits & 0x7fffffff;
        if (magnitude > 0x7f800000) {
            return (short) (sign | 0x7e00);
        }
        if (magnitude >= 0x47800000) {
            return (short) (sign | 0x7c00);
        }
        if (magnitude < 0x38800000) {
            return (short) (sign | (int) Math.rint(Float.intBitsToFloat(magnitude) * 0x1p24));
        }
        int rounded = magnitude + 0xfff + (magnitude >>> 13 & 1);
        return (short) (sign | (rounded >>> 13) - (FLOAT_BIAS_SHIFT << 10));
    }
}
