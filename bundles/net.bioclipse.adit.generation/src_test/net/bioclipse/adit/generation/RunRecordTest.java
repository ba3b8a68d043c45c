package net.bioclipse.adit.generation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RunRecordTest {

    private static final RunReport REPORT = new RunReport(20, 30, 29, 25, OptionalLong.of(24), 22, OptionalLong.empty(), 20,
            Map.of("connected", 4L),
            RunReport.State.COMPLETE, "CPU, 2 threads", 1.5);

    private final GenerationRequest request = ToyModel.request("kind", "crystal", "seed", Long.toString(Long.MAX_VALUE),
            "guidance", "2", "atoms", "8-16");
    private final RunRecord record = new RunRecord(parameters(), "toy", "0123");

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>(GenerationParameters.texts(request));
        parameters.put("output", "crystals.cif");
        parameters.put("model", "toy");
        parameters.put("threads", "2");
        parameters.put("device", "cpu");
        return parameters;
    }

    private static String refusal(Map<String, ?> map) {
        return assertThrows(IllegalRequestException.class, () -> RunRecord.fromMap(map)).getMessage();
    }

    @Test
    void isReadBackAsItWasWritten() {
        RunRecord back = RunRecord.fromMap(record.toMap(REPORT, Map.of("java", "17")));
        assertEquals(record, back);
        assertEquals(request, GenerationParameters.request(back.parameters()));
        assertEquals(new NeuralEngine.Options(NeuralEngine.Device.CPU, 2), GenerationParameters.options(back.parameters()));
    }

    @Test
    void writesCountsAndCircumstancesInAStableOrder() {
        Map<String, Object> map = record.toMap(REPORT, Map.of("java", "17"));
        assertEquals(List.of("format", "parameters", "model", "modelChecksum", "state", "counts", "refusals", "device",
                "seconds", "versions"), List.copyOf(map.keySet()));
        assertEquals("{asked=20, drawn=30, decoded=29, valid=25, plausible=24, unique=22, kept=20}", map.get("counts").toString());
        assertEquals("complete", map.get("state"));
        assertEquals(Map.of("java", "17"), map.get("versions"));
    }

    @Test
    void writesNumbersAsNumbers() {
        Map<?, ?> asked = (Map<?, ?>) record.toMap(REPORT, Map.of()).get("parameters");
        assertEquals(Long.MAX_VALUE, asked.get("seed"));
        assertEquals(2.0, asked.get("guidance"));
        assertEquals("8-16", asked.get("atoms"));
    }

    @Test
    void readsNumbersOfAnyType() {
        RunRecord back = RunRecord.fromMap(Map.of("format", "adit-run/1", "model", "toy", "modelChecksum", "0",
                "parameters", Map.of("count", 20.0, "seed", "7", "guidance", 1.5f, "batch", 8)));
        assertEquals(Map.of("count", "20", "seed", "7", "guidance", "1.5", "batch", "8"), back.parameters());
    }

    @Test
    void refusesWhatIsNoRunRecord() {
        assertEquals("A run record has the format 'adit-run/1', this one has 'null'.", refusal(Map.of()));
        assertEquals("A run record has an object 'parameters', this one has none.",
                refusal(Map.of("format", "adit-run/1", "parameters", 5)));
        assertEquals("'count' is '2.5'; right would be a whole number from 1 to 1000000000.",
                refusal(Map.of("format", "adit-run/1", "parameters", Map.of("count", 2.5))));
        assertEquals("'count' is '1.0E300'; right would be a whole number from 1 to 1000000000.",
                refusal(Map.of("format", "adit-run/1", "parameters", Map.of("count", 1e300))));
        assertEquals("'count' is 'NaN'; right would be a whole number from 1 to 1000000000.",
                refusal(Map.of("format", "adit-run/1", "parameters", Map.of("count", Double.NaN))));
        assertEquals("There is no parameter 'class'; known are kind, count, seed, output, model, atoms, elements, formula, "
                + "keep, relax, include, exclude, novel-against, steps, guidance, noise-scale, batch, threads, device, attempts.",
                refusal(Map.of("format", "adit-run/1", "parameters", Map.of("class", "x"))));
    }
}
