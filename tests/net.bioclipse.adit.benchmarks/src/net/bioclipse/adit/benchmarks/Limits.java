package net.bioclipse.adit.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks, one thread each, and compares operations a second with what is the least for each. */
public final class Limits {

    private static final Map<String, Double> LEAST = Map.of(
            "MoleculeChecks.verdict", 3000.0,
            "CrystalChecks.verdict", 500.0,
            "Reading.knownKey", 100_000.0);

    private Limits() {
    }

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        CommandLineOptions given = new CommandLineOptions(arguments);
        if (given.shouldList()) {
            new Runner(given).list();
            return;
        }
        Options options = new OptionsBuilder().parent(given).forks(given.getForkCount().orElse(1))
                .warmupIterations(given.getWarmupIterations().orElse(5))
                .warmupTime(given.getWarmupTime().orElse(TimeValue.seconds(2)))
                .measurementIterations(given.getMeasurementIterations().orElse(5))
                .measurementTime(given.getMeasurementTime().orElse(TimeValue.seconds(2)))
                .timeUnit(TimeUnit.SECONDS).threads(1)
                .jvmArgsAppend("-Dadit.home=" + System.getProperty("adit.home"), "-XX:+UseSerialGC").build();
        boolean kept = true;
        for (RunResult result : new Runner(options).run()) {
            String name = result.getParams().getBenchmark().replaceFirst("^.*\\.([^.]+\\.[^.]+)$", "$1");
            double score = result.getPrimaryResult().getScore();
            double least = LEAST.getOrDefault(name, 0.0);
            System.out.printf(Locale.ROOT, "%-40s %12.1f a second%s%n", name, score, least == 0 ? ""
                    : String.format(Locale.ROOT, ", at least %.0f: %s", least, score >= least ? "kept" : "MISSED"));
            kept &= score >= least;
        }
        if (!kept) {
            System.exit(1);
        }
    }
}
