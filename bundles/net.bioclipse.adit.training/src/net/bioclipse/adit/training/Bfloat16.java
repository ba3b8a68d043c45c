package net.bioclipse.adit.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Whether a processor multiplies bfloat16 by itself. One that does not emulates it, ten times slower than float32 on AVX2.
 * Linux lists the instructions of its processor; elsewhere it is enough that libtorch found registers of 512 bits, or that
 * the processor is no x86, since a trial has the last word.
 */
final class Bfloat16 {

    private static final Path LINUX = Path.of("/proc/cpuinfo");
    private static final Set<String> INSTRUCTIONS = Set.of("avx512_bf16", "amx_bf16", "bf16");
    private static final List<String> LISTS = List.of("flags", "Features");

    private Bfloat16() {
    }

    /** @param capability what libtorch says of this processor: "AVX2", "AVX512", "DEFAULT", … */
    static boolean isMultipliedHere(String capability) {
        try {
            if (Files.isReadable(LINUX)) {
                return isListed(Files.readAllLines(LINUX));
            }
        } catch (IOException e) {
            // As if there were no such file.
        }
        return capability.startsWith("AVX512") || !isX86(System.getProperty("os.arch", ""));
    }

    /** @param cpuInfo lines of {@code /proc/cpuinfo}; x86 calls its list "flags", ARM "Features" */
    static boolean isListed(List<String> cpuInfo) {
        return cpuInfo.stream().map(line -> line.split(":", 2))
                .filter(pair -> pair.length == 2 && LISTS.contains(pair[0].strip()))
                .flatMap(pair -> Arrays.stream(pair[1].strip().split("\\s+"))).anyMatch(INSTRUCTIONS::contains);
    }

    private static boolean isX86(String architecture) {
        return Set.of("amd64", "x86_64", "x86").contains(architecture);
    }
}
