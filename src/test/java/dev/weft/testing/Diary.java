package dev.weft.testing;

import dev.weft.plan.PassSpec;
import dev.weft.plan.PlannedTrial;
import dev.weft.record.PassRow;
import dev.weft.run.ExperimentListener;
import dev.weft.run.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Everything that happened in an experiment, in its order.
public final class Diary implements ExperimentListener {
    private final List<String> entries = new ArrayList<>();
    private final List<PassRow> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    private Consumer<PassRow> whenRecorded = _ -> {};

    /// Notes something that is no event of the experiment, from any thread.
    public synchronized void note(String entry) {
        entries.add(entry);
    }

    /// Calls this after each row.
    public void whenRecorded(Consumer<PassRow> whenRecorded) {
        this.whenRecorded = whenRecorded;
    }

    /// What was noted, in order.
    public List<String> entries() {
        return List.copyOf(entries);
    }

    /// The rows that were recorded.
    public List<PassRow> rows() {
        return List.copyOf(rows);
    }

    /// The warnings.
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void trialStarted(PlannedTrial trial) {}

    @Override
    public void passStarted(PlannedTrial trial, PassSpec pass, Trial running) {}

    @Override
    public void passEnded(PlannedTrial trial, PassSpec pass) {}

    @Override
    public void passRecorded(PassRow row) {
        entries.add("row " + row.place().pass());
        rows.add(row);
        whenRecorded.accept(row);
    }

    @Override
    public void warned(String sentence) {
        warnings.add(sentence);
    }
}
