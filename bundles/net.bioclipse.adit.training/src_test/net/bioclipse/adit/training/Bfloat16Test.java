package net.bioclipse.adit.training;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class Bfloat16Test {

    @Test
    void aProcessorWithAvx2AloneHasNone() {
        assertFalse(Bfloat16.isListed(List.of("processor\t: 0", "model name\t: bf16 of a kind", "flags\t\t: fpu sse2 avx avx2 fma")));
    }

    @Test
    void aProcessorWithoutTheInstructionsBesideAvx512HasNone() {
        assertFalse(Bfloat16.isListed(List.of("flags\t\t: avx2 avx512f avx512_vnni avx512vl")));
    }

    @Test
    void itsInstructionsOnX86AreFound() {
        assertTrue(Bfloat16.isListed(List.of("flags\t\t: avx512f avx512_bf16", "bugs\t\t:")));
        assertTrue(Bfloat16.isListed(List.of("flags\t\t: avx512f amx_bf16 amx_tile")));
    }

    @Test
    void itsInstructionsOnArmAreFound() {
        assertTrue(Bfloat16.isListed(List.of("Features\t: fp asimd sve bf16 i8mm")));
        assertFalse(Bfloat16.isListed(List.of("Features\t: fp asimd asimddp")));
    }
}
