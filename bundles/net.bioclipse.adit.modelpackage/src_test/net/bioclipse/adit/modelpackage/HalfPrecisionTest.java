package net.bioclipse.adit.modelpackage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfPrecisionTest {

    @Test
    void everyHalfSurvivesTheWayToFloatAndBack() {
        for (int half = 0; half < 0x10000; half++) {
            float value = HalfPrecision.toFloat((short) half);
            if (Float.isNaN(value)) {
                assertTrue(Float.isNaN(HalfPrecision.toFloat(HalfPrecision.fromFloat(value))));
            } else {
                assertEquals((short) half, HalfPrecision.fromFloat(value));
            }
        }
    }

    @Test
    void valuesBetweenTwoHalvesGoToTheNearerAndTiesToTheEvenOne() {
        for (int half = 0; half < 0x7bff; half++) {
            float low = HalfPrecision.toFloat((short) half);
            float high = HalfPrecision.toFloat((short) (half + 1));
            float middle = (low + high) / 2;
            assertEquals(half + (half & 1), HalfPrecision.fromFloat(middle));
            assertEquals(half, HalfPrecision.fromFloat(Math.nextDown(middle)));
            assertEquals(half + 1, HalfPrecision.fromFloat(Math.nextUp(middle)));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0x3c00", "-2,0xc000", "65504,0x7bff", "65519.996,0x7bff", "65520,0x7c00", "1e30,0x7c00", "-1e30,0xfc00",
        "Infinity,0x7c00", "6.1035156e-5,0x0400", "5.9604645e-8,0x0001", "2.9e-8,0x0000", "-0.0,0x8000"})
    void knownValuesHaveTheirBits(float value, String bits) {
        assertEquals(Integer.decode(bits), HalfPrecision.fromFloat(value) & 0xffff);
    }
}
