package dev.weft.record;

import static dev.weft.csv.Column.always;
import static dev.weft.csv.Column.sometimes;

import dev.weft.csv.Column;
import dev.weft.csv.CsvCell;
import dev.weft.csv.MalformedRowException;
import dev.weft.csv.RowCells;
import dev.weft.csv.RowFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// Columns of the timings, in order. [TimingLines] writes the same lines faster, without cells.
final class TimingColumns {
    /// Number of this list of columns, as [ResultsColumns#SCHEMA]. It appears in no column; the
    /// header identifies it.
    static final int SCHEMA = 2;

    static final String STORED = "stored";
    static final String FAILED = "failed";

    static final List<Column<TimingRow>> ALL =
            List.of(
                    always("run_id", TimingRow::runId, "One call of `weft run`."),
                    always("trial_id", row -> row.item().trialId(), "The JVM within the run."),
                    always(
                            "pass",
                            row -> row.item().pass(),
                            "The place of the pass within its trial, from 1."),
                    always(
                            "index",
                            row -> row.item().index(),
                            "The place of the item in the archive, from 0."),
                    always("name", row -> row.item().name(), "Its name in the archive."),
                    always("bytes", row -> row.item().bytes(), "Its size, unzipped, in bytes."),
                    Column.<TimingRow>sometimes(
                                    "unzip_us",
                                    row -> micros(row.item().unzipNanos()),
                                    "How long the unzip stage was busy with it, right before it was"
                                            + " handed out. Together they are `unzip_ms` of the"
                                            + " results.",
                                    "it is too large for memory and unzipped during its upload")
                            .since(2),
                    always(
                            "handed_out_us",
                            row -> micros(row.item().handedOutNanos()),
                            "When it was unzipped and had its permit. An item too large for memory is"
                                    + " unzipped during its upload, and that is not in it."),
                    sometimes(
                            "started_us",
                            row -> micros(row.item().startedNanos()),
                            "When its request was handed to the client.",
                            "no request was made"),
                    always(
                            "ended_us",
                            row -> micros(row.item().endedNanos()),
                            "When it was acknowledged or given up."),
                    always("attempts", row -> row.item().attempts(), "How many attempts went out."),
                    Column.<TimingRow>sometimes(
                                    "throttled",
                                    row -> boxed(row.item().throttled()),
                                    "How many of them the server answered with 503 or 429.",
                                    "nobody counted")
                            .since(2),
                    Column.<TimingRow>sometimes(
                                    "connection_wait_us",
                                    row -> micros(row.item().connectionWaitNanos()),
                                    "How long they waited for a connection, together.",
                                    "no request was made")
                            .since(2),
                    always(
                            "outcome",
                            row -> row.item().failure().isEmpty() ? STORED : FAILED,
                            "`stored` or `failed`."),
                    sometimes(
                            "code",
                            row -> row.item().failure(),
                            "Why it failed: the server's error code, or the kind of local"
                                    + " fault.",
                            "it was stored"));

    static final RowFormat<TimingRow> FORMAT =
            new RowFormat<>("timings", SCHEMA, ALL, TimingColumns::read);

    private TimingColumns() {}

    /// Rounds nanoseconds to the nearest microsecond.
    static long micros(long nanos) {
        return Math.floorDiv(nanos + 500, 1_000);
    }

    private static Optional<Long> micros(OptionalLong nanos) {
        return nanos.isPresent() ? Optional.of(micros(nanos.getAsLong())) : Optional.empty();
    }

    private static Optional<Integer> boxed(OptionalInt count) {
        return count.isPresent() ? Optional.of(count.getAsInt()) : Optional.empty();
    }

    private static TimingRow read(RowCells cells) {
        return new TimingRow(
                cells.text("run_id"),
                new ItemRow(
                        cells.text("trial_id"),
                        cells.at("pass").count(),
                        cells.at("index").count(),
                        cells.text("name"),
                        cells.at("bytes").whole(),
                        maybeNanos(cells, "unzip_us"),
                        nanos(cells.at("handed_out_us")),
                        maybeNanos(cells, "started_us"),
                        nanos(cells.at("ended_us")),
                        cells.at("attempts").count(),
                        cells.maybe("throttled")
                                .map(throttled -> OptionalInt.of(throttled.count()))
                                .orElse(OptionalInt.empty()),
                        maybeNanos(cells, "connection_wait_us"),
                        failure(cells)));
    }

    private static Optional<String> failure(RowCells cells) {
        if (!cells.text("outcome").equals(STORED)) {
            cells.at("outcome").mustBe(FAILED);
            return Optional.of(cells.text("code"));
        }
        if (cells.maybe("code").isPresent()) {
            throw new MalformedRowException("it was stored, yet it has a code", null);
        }
        return Optional.empty();
    }

    private static OptionalLong maybeNanos(RowCells cells, String column) {
        return cells.maybe(column)
                .map(micros -> OptionalLong.of(nanos(micros)))
                .orElse(OptionalLong.empty());
    }

    private static long nanos(CsvCell micros) {
        try {
            return Math.multiplyExact(micros.whole(), 1_000L);
        } catch (ArithmeticException e) {
            throw new MalformedRowException(micros.column() + " is too large", e);
        }
    }
}
