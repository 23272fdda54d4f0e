package dev.weft.record;

import static dev.weft.csv.Column.always;
import static dev.weft.csv.Column.sometimes;

import dev.weft.csv.Column;
import dev.weft.plan.ItemsSummary;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Columns for the identity, the status and the case of a pass.
final class TaskColumns {
    static final List<Column<PassRow>> ALL =
            List.of(
                    always(
                            "schema",
                            row -> ResultsColumns.SCHEMA,
                            "The number of this list of columns: " + ResultsColumns.SCHEMA + "."),
                    always(
                            "run_id",
                            row -> row.place().runId(),
                            "One experiment: a call of `weft run` or `weft compare`, with"
                                    + " those that went on with it."),
                    always("trial_id", row -> row.place().trialId(), "The JVM within the run."),
                    Column.<PassRow>sometimes(
                                    "side",
                                    row -> row.place().side(),
                                    "Which side of a comparison of two builds or settings it"
                                            + " belongs to.",
                                    "nothing was compared")
                            .since(2),
                    always(
                            "block",
                            row -> row.place().block(),
                            "The block of trials, from 1: what is compared is compared within"
                                    + " blocks."),
                    always(
                            "order",
                            row -> row.place().order(),
                            "The place of the trial within its block, from 1; shuffled."),
                    always(
                            "started_at",
                            row -> row.place().startedAt(),
                            "When the pass began, in UTC."),
                    always(
                            "status",
                            row -> row.ending().status(),
                            "`ok`: every item was stored and the server has them all;"
                                    + " `failed`: it does not, the trial died, or so many uploads failed that"
                                    + " it gave up;"
                                    + " `interrupted`: somebody stopped the run;"
                                    + " `timed_out`: nothing moved any more, and the watchdog ended it."),
                    always(
                            "mode",
                            row -> row.setting().mode(),
                            "The form of concurrency: `sequential`, `threads`, `async`,"
                                    + " `virtual`."),
                    always(
                            "workload",
                            row -> row.setting().workload(),
                            "What was done with each item: `upload`."),
                    always(
                            "phase",
                            row -> row.setting().phase(),
                            "`cold`: the first pass of a JVM; `warm`: a pass after the"
                                    + " warm-up."),
                    always(
                            "repetition",
                            row -> row.place().repetition(),
                            "Which trial of this mode and concurrency it was, from 1."),
                    always(
                            "pass",
                            row -> row.place().pass(),
                            "The place of the pass within its trial, from 1."),
                    always(
                            "archive",
                            row -> items(row).archive(),
                            "The file name of the zip, without folders."),
                    always("files", row -> items(row).files(), "How many items there were."),
                    sometimes(
                            "file_bytes",
                            row -> boxed(items(row).fileBytes()),
                            "The size of every item, in bytes.",
                            "the sizes differ"),
                    always("bytes", row -> items(row).bytes(), "All items together, in bytes."),
                    always(
                            "content",
                            row -> items(row).content(),
                            "What the items hold: `random`, `text`, or `own` for an archive that"
                                    + " weft did not make."),
                    sometimes(
                            "seed",
                            row -> boxed(items(row).seed()),
                            "What weft made the archive from.",
                            "weft did not make it"),
                    always(
                            "concurrency",
                            row -> row.setting().concurrency(),
                            "How many items were open at once, at most. Always 1 in mode `sequential`."),
                    always(
                            "pool_size",
                            row -> row.contract().terms().poolSize(),
                            "How many connections the client could have, at most."),
                    Column.<PassRow>always(
                                    "warmup",
                                    row -> row.setting().warmup().policy(),
                                    "How the trial warms up: `steady` until its JVM is steady,"
                                            + " `fixed` and a number of uploads, or `none`.")
                            .since(3),
                    always(
                            "warmup_uploads",
                            row -> row.setting().warmup().uploads(),
                            "How many uploads the trial had warmed up with before the pass. Before"
                                    + " schema 3: how many it was to warm up with, at most."),
                    Column.<PassRow>always(
                                    "warmup_ms",
                                    row -> row.setting().warmup().time(),
                                    "How long that took.")
                            .since(3),
                    Column.<PassRow>sometimes(
                                    "steady",
                                    row -> row.setting().warmup().steady(),
                                    "Whether the JVM was steady after its warm-up.",
                                    "it was not checked: the pass is cold, or the warm-up is fixed")
                            .since(3),
                    Column.<PassRow>sometimes(
                                    "unsteady",
                                    row -> row.setting().warmup().unsteady(),
                                    "Why it was not steady.",
                                    "it was, or that was not checked")
                            .since(3),
                    sometimes(
                            "latency_ms",
                            row -> row.setting().latency(),
                            "The least time that the embedded server takes for an upload; the median"
                                    + " where it differs.",
                            "the server is not weft's"),
                    Column.<PassRow>sometimes(
                                    "faults",
                                    row -> row.setting().faults(),
                                    "The fault plan of the embedded server: latency, bandwidth,"
                                            + " faults and their seed, see faults.md.",
                                    "there was nothing but a fixed latency, or the server is not"
                                            + " weft's")
                            .since(2));

    private TaskColumns() {}

    private static ItemsSummary items(PassRow row) {
        return row.setting().items();
    }

    private static Optional<Long> boxed(OptionalLong value) {
        return value.isPresent() ? Optional.of(value.getAsLong()) : Optional.empty();
    }
}
