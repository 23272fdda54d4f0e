package dev.weft.cli;

import dev.weft.analysis.CellComparison;
import dev.weft.analysis.Change;
import dev.weft.stats.Evidence;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.Verdict.CannotTell;
import dev.weft.stats.Verdict.Different;
import dev.weft.stats.Verdict.Equal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What changed, as JSON. docs/ci-gate.md explains every field.
///
/// @param schema the number of this form, see [#SCHEMA]
/// @param before what was first, by its name on the command line
/// @param after what it is compared with, likewise
/// @param unit what one value of a side is
/// @param failIfSlower the limit as a share
/// @param failed whether the gate is shut
/// @param notCompared what only the first result has
record ChangeDocument(
        int schema,
        String before,
        String after,
        String unit,
        Optional<Double> failIfSlower,
        boolean failed,
        List<Cell> cells,
        List<Missing> notCompared) {
    /// The form that this weft writes. It grows when a field changes its meaning or goes.
    static final int SCHEMA = 1;

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /// One mode in one setting.
    record Cell(
            String mode,
            String archive,
            int files,
            int concurrency,
            double beforeSeconds,
            double afterSeconds,
            double ratio,
            Optional<Range> interval,
            Optional<Double> confidence,
            Optional<Integer> blocks,
            Optional<Double> smallestDifference,
            String verdict,
            boolean failed) {}

    /// A range of ratios; an end that is infinite is empty.
    record Range(double low, Optional<Double> high) {}

    /// What cannot be compared.
    record Missing(String mode, String archive, int files, int concurrency, boolean failed) {}

    ChangeDocument {
        cells = List.copyOf(cells);
        notCompared = List.copyOf(notCompared);
    }

    /// What there is to say.
    static ChangeDocument of(Change change, SlowerGate gate, String before, String after) {
        return new ChangeDocument(
                SCHEMA,
                before,
                after,
                change.unit().name().toLowerCase(Locale.ROOT),
                gate.limit(),
                !gate.failures(change).isEmpty(),
                change.cells().stream().map(cell -> cell(cell, gate.isShutBy(cell))).toList(),
                change.lost().stream()
                        .map(
                                lost ->
                                        new Missing(
                                                lost.mode().label(),
                                                lost.setting().archive(),
                                                lost.setting().files(),
                                                lost.setting().concurrency(),
                                                gate.isShutBy(lost)))
                        .toList());
    }

    private static Cell cell(CellComparison of, boolean failed) {
        Optional<Evidence> basis = of.verdict().basis();
        return new Cell(
                of.mode().label(),
                of.setting().archive(),
                of.setting().files(),
                of.setting().concurrency(),
                of.before().value(),
                of.after().value(),
                of.ratio(),
                of.interval().map(ChangeDocument::range),
                basis.map(Evidence::confidence),
                basis.map(Evidence::blocks),
                basis.map(Evidence::smallestDifference).filter(Double::isFinite),
                verdict(of.verdict()),
                failed);
    }

    private static Range range(Interval interval) {
        return new Range(interval.low(), Optional.of(interval.high()).filter(Double::isFinite));
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Different different ->
                    different.faster() == Verdict.Side.FIRST ? "faster" : "slower";
            case Equal _ -> "equal";
            case CannotTell _ -> "cannot_tell";
        };
    }

    /// The document.
    String json() {
        return JSON.writeValueAsString(this);
    }
}
