package net.bioclipse.adit.ui.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import net.bioclipse.adit.generation.GeneratedStructure;
import net.bioclipse.adit.generation.GenerationRequest;
import net.bioclipse.adit.generation.RunReport;
import net.bioclipse.adit.structure.Assessment;

/**
 * One run as the windows watch it: what was asked, how far it is, the results so far. The job's thread writes, any thread
 * reads. Results are only ever appended, so that a table may keep row numbers.
 */
public final class RunModel {

    /** WAITING behind another run, RUNNING, and the four ways to end. */
    public enum State {
        WAITING, RUNNING, COMPLETE, CANCELLED, EXHAUSTED, FAILED;

        public boolean ended() {
            return compareTo(RUNNING) > 0;
        }
    }

    /** One kept structure. */
    public record Result(GeneratedStructure generated, Assessment assessment) {
    }

    /**
     * How far a run is.
     *
     * @param kept    structures accepted
     * @param drawn   structures looked at; the difference was refused
     * @param asked   structures wanted
     * @param seconds since the run began to compute
     * @param what    what is going on, a few words for people
     */
    public record Progress(long kept, long drawn, long asked, double seconds, String what) {

        /** Structures kept in a second, 0 when none is yet. */
        public double rate() {
            return seconds > 0 ? kept / seconds : 0;
        }
    }

    /** Told when anything changed; from the job's thread, some times a second at most, and once more at the end. */
    @FunctionalInterface
    public interface Listener {

        void changed(RunModel run);
    }

    private final GenerationRequest request;
    private final String modelName;
    private final Path output;
    private final List<Result> results = new ArrayList<>();
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private State state = State.WAITING;
    private Progress progress;
    private RunReport report;
    private String failure;

    /**
     * @param request   what is asked
     * @param modelName name of the model
     * @param output    the file that will hold the results at the end
     */
    public RunModel(GenerationRequest request, String modelName, Path output) {
        this.request = request;
        this.modelName = modelName;
        this.output = output;
        this.progress = new Progress(0, 0, request.count(), 0, "waiting");
    }

    public GenerationRequest request() {
        return request;
    }

    public String modelName() {
        return modelName;
    }

    /** The file that holds the results at the end. */
    public Path output() {
        return output;
    }

    /** Results so far. */
    public synchronized int size() {
        return results.size();
    }

    /** @param index from 0 to below {@link #size()} */
    public synchronized Result result(int index) {
        return results.get(index);
    }

    /** A copy of the results from a number on: what a table that shows the first ones must add. */
    public synchronized List<Result> resultsFrom(int index) {
        return List.copyOf(results.subList(index, results.size()));
    }

    public synchronized State state() {
        return state;
    }

    public synchronized Progress progress() {
        return progress;
    }

    /** The counts at the end; empty before, and after a failure. */
    public synchronized Optional<RunReport> report() {
        return Optional.ofNullable(report);
    }

    /** Why the run failed, one line. */
    public synchronized Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    public void removeListener(Listener listener) {
        listeners.remove(listener);
    }

    synchronized void add(Result result) {
        results.add(result);
    }

    synchronized void begin() {
        state = State.RUNNING;
    }

    synchronized void at(Progress now) {
        progress = now;
    }

    synchronized void end(RunReport counts) {
        report = counts;
        state = State.valueOf(counts.state().name());
        progress = new Progress(counts.kept(), counts.drawn(), counts.asked(), counts.seconds(), "done");
    }

    synchronized void fail(String reason) {
        failure = reason;
        state = State.FAILED;
    }

    /** Ended by the user before it began. */
    synchronized void drop() {
        state = State.CANCELLED;
    }

    void tell() {
        listeners.forEach(listener -> listener.changed(this));
    }
}
