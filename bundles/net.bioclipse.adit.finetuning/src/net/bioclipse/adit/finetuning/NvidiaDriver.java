package net.bioclipse.adit.finetuning;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether the driver is there without which no CUDA library loads. */
final class NvidiaDriver {

    static final String WHERE = "neither /proc/driver/nvidia/version nor libcuda nor nvcuda.dll was found";

    private static final List<String> TRACES = List.of("/proc/driver/nvidia/version",
            "/usr/lib/x86_64-linux-gnu/libcuda.so.1", "/usr/lib64/libcuda.so.1", "/usr/lib/wsl/lib/libcuda.so.1");

    private NvidiaDriver() {
    }

    static boolean found() {
        String windows = System.getenv("SystemRoot");
        return TRACES.stream().anyMatch(trace -> Files.exists(Path.of(trace)))
                || windows != null && Files.exists(Path.of(windows, "System32", "nvcuda.dll"));
    }
}
