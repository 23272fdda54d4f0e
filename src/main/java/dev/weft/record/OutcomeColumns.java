package dev.weft.record;

import static dev.weft.record.Column.always;
import static dev.weft.record.Measured.measured;

import java.util.List;

/// What became of the items of a pass.
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
                            Measures::bytesStored,
                            "The sizes of the stored items together, in bytes."),
                    always(
                            "verified",
                            row -> row.ending().verified(),
                            "`true`: every object was read back from the server and is what the"
                                    + " archive holds."));

    private OutcomeColumns() {}
}
