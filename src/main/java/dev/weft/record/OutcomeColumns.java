package dev.weft.record;

import static dev.weft.csv.Column.always;
import static dev.weft.record.MeasuredColumns.measured;

import dev.weft.csv.Column;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Columns for the outcomes of the items of a pass and for its verification.
final class OutcomeColumns {
    static final List<Column<PassRow>> ALL =
            List.of(
                    measured(
                            "stored",
                            measures -> measures.counts().stored(),
                            "Items that the server acknowledged."),
                    measured(
                            "failed",
                            measures -> measures.counts().failed(),
                            "Items that were tried, or could not be unzipped, and were not"
                                    + " stored."),
                    measured(
                            "not_attempted",
                            measures -> measures.counts().notAttempted(),
                            "Items that were never handed out. `stored` + `failed` +"
                                    + " `not_attempted` = `files`."),
                    measured(
                            "bytes_stored",
                            PassMeasures::bytesStored,
                            "The sizes of the stored items together, in bytes."),
                    Column.<PassRow>sometimes(
                                    "throttled",
                                    row -> row.measures().flatMap(OutcomeColumns::throttled),
                                    "Attempts that the server answered with 503 (S3: `SlowDown`,"
                                            + " `ServiceUnavailable`) or 429, also those that a"
                                            + " retry made up for.",
                                    "nobody counted")
                            .since(2),
                    Column.<PassRow>sometimes(
                                    "failures",
                                    row ->
                                            row.measures()
                                                    .map(all -> all.setbacks().failuresText())
                                                    .filter(text -> !text.isEmpty()),
                                    "The failed items by their codes, most frequent first, such"
                                            + " as `SlowDown:12 AttemptTimeout:3`.",
                                    "nothing failed, or nobody counted")
                            .since(2),
                    always(
                            "verified",
                            row -> row.ending().verified(),
                            "`true`: the bucket was read back as `verify` says and holds what the"
                                    + " archive holds. Never `true` where `verify` is `none`."),
                    Column.<PassRow>always(
                                    "verify",
                                    row -> row.ending().verify(),
                                    "How closely the bucket was to be read back: `none`, `list`"
                                            + " (names and sizes), `checksum` or `content` (every"
                                            + " object was got). Schema 1 knew `checksum` alone.")
                            .since(2));

    private OutcomeColumns() {}

    private static Optional<Integer> throttled(PassMeasures measures) {
        OptionalInt throttled = measures.setbacks().throttled();
        return throttled.isPresent() ? Optional.of(throttled.getAsInt()) : Optional.empty();
    }
}
