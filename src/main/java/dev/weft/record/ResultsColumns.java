package dev.weft.record;

import static dev.weft.csv.CellType.COUNT;
import static dev.weft.csv.CellType.FLAG;
import static dev.weft.csv.CellType.INSTANT;
import static dev.weft.csv.CellType.MILLIS;
import static dev.weft.csv.CellType.TEXT;
import static dev.weft.csv.CellType.WHOLE;

import dev.weft.csv.CellType;
import dev.weft.csv.RowCells;
import dev.weft.csv.RowFormat;
import dev.weft.plan.Checksum;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.Ideal.Bound;
import dev.weft.record.PassRow.Contract;
import dev.weft.record.PassRow.Ending;
import dev.weft.record.PassRow.Place;
import dev.weft.record.PassRow.Reference;
import dev.weft.record.PassRow.Setting;
import dev.weft.record.PassRow.Software;
import dev.weft.record.WarmupResult.WarmupSummary;
import java.time.Duration;
import java.util.Optional;

/// Columns of the results: their order, and how each is written and read. docs/csv.md explains
/// them.
final class ResultsColumns {
    /// Number of the list of columns. It changes when a column is added, is removed or changes its
    /// meaning.
    private static final int SCHEMA = 3;

    /// `@` and a number mark the first schema that has the column, so that files of older schemas
    /// can be read.
    private static final String NAMES =
            """
            schema run_id trial_id side@2 block order started_at status mode workload phase
            repetition pass archive files file_bytes bytes content seed concurrency pool_size
            warmup@3 warmup_uploads warmup_ms@3 steady@3 unsteady@3 latency_ms faults@2
            wall_ms unzip_ms upload_ms process_ms p50_ms p90_ms p99_ms max_ms
            throughput_per_s mib_per_s cpu_ms voluntary_switches@2 involuntary_switches@2
            peak_rss_mib peak_threads peak_virtual_threads@2 gc_count@2 gc_pause_ms@2
            heap_after_gc_mib@2 heap_committed_mib@3 jit_ms@3 retries connection_wait_ms@2
            stored failed not_attempted bytes_stored throttled@2 failures@2 verified verify@2
            cores@2 server_cpu_ms@2 ideal_ms@2 ideal_low_ms@2 ideal_high_ms@2 bound@2
            efficiency@2 target http_client payload_signing checksum expect connect_timeout_ms
            acquire_timeout_ms attempt_timeout_ms call_timeout_ms max_attempts retry_mode
            fairness forks jdk sdk weft java_options failure
            """;

    static final RowFormat<PassRow> FORMAT =
            new RowFormat<>("results", SCHEMA, NAMES, ResultsColumns::row);

    private ResultsColumns() {}

    private static PassRow row(RowCells<PassRow> row) {
        row.constant("schema", Integer.toString(row.schema()));
        row.computed("efficiency", ResultsColumns::efficiency);
        return new PassRow(
                place(row.part(PassRow::place)),
                setting(row.part(PassRow::setting)),
                ending(row.part(PassRow::ending)),
                row.optionalPart("wall_ms", PassRow::measures, MeasuresColumns::measures),
                contract(row.part(PassRow::contract)),
                software(row.part(PassRow::software)),
                reference(row.part(PassRow::reference)));
    }

    private static Place place(RowCells<Place> place) {
        return new Place(
                place.text("run_id", Place::runId),
                place.text("trial_id", Place::trialId),
                place.optional("side", TEXT, Place::variant),
                place.value("block", COUNT, Place::block),
                place.value("order", COUNT, Place::order),
                place.value("repetition", COUNT, Place::repetition),
                place.value("pass", COUNT, Place::pass),
                place.value("forks", COUNT, Place::forks),
                place.value("started_at", INSTANT, Place::startedAt));
    }

    private static Setting setting(RowCells<Setting> setting) {
        return new Setting(
                setting.value("mode", CellType.choice(ModeName.class), Setting::mode),
                setting.text("workload", Setting::workload),
                setting.value("phase", CellType.choice(Phase.class), Setting::phase),
                items(setting.part(Setting::items)),
                setting.value("concurrency", COUNT, Setting::concurrency),
                warmup(setting.part(Setting::warmup)),
                setting.optional("latency_ms", MILLIS, Setting::latency),
                setting.optional("faults", TEXT, Setting::faults));
    }

    private static ItemsSummary items(RowCells<ItemsSummary> items) {
        return new ItemsSummary(
                items.text("archive", ItemsSummary::archive),
                items.value("files", COUNT, ItemsSummary::files),
                items.value("bytes", WHOLE, ItemsSummary::bytes),
                items.optionalLong("file_bytes", WHOLE, ItemsSummary::fileBytes),
                items.text("content", ItemsSummary::content),
                items.optionalLong("seed", WHOLE, ItemsSummary::seed));
    }

    /// Schemas before 3 have only the number of uploads, which was fixed.
    private static WarmupSummary warmup(RowCells<WarmupSummary> warmup) {
        int uploads = warmup.value("warmup_uploads", COUNT, WarmupSummary::uploads);
        return new WarmupSummary(
                warmup.optional("warmup", TEXT, row -> Optional.of(row.policy()))
                        .orElseGet(() -> new WarmupPolicy.Fixed(uploads).label()),
                uploads,
                warmup.optional("warmup_ms", MILLIS, row -> Optional.of(row.time()))
                        .orElse(Duration.ZERO),
                warmup.optional("steady", FLAG, WarmupSummary::steady),
                warmup.optional("unsteady", TEXT, WarmupSummary::unsteady));
    }

    /// Schema 1 has no level, because it was always `checksum`.
    private static Ending ending(RowCells<Ending> ending) {
        CellType<VerifyLevel> level = CellType.choice(VerifyLevel.class);
        return new Ending(
                ending.value("status", CellType.choice(PassStatus.class), Ending::status),
                ending.optional("verify", level, row -> Optional.of(row.verify()))
                        .orElse(VerifyLevel.CHECKSUM),
                ending.value("verified", FLAG, Ending::verified),
                ending.optional("failure", TEXT, Ending::failure));
    }

    private static Contract contract(RowCells<Contract> contract) {
        contract.constant("payload_signing", FairnessContract.PAYLOAD_SIGNING);
        contract.constant("expect", FairnessContract.EXPECT);
        contract.constant("retry_mode", FairnessContract.RETRY_MODE);
        FairnessContract terms = terms(contract.part(Contract::terms));
        return new Contract(
                contract.text("target", Contract::target),
                contract.text("http_client", Contract::httpClient),
                terms,
                contract.text("fairness", Contract::fairness));
    }

    private static FairnessContract terms(RowCells<FairnessContract> terms) {
        return new FairnessContract(
                terms.value("pool_size", COUNT, FairnessContract::poolSize),
                terms.value("connect_timeout_ms", MILLIS, FairnessContract::connectTimeout),
                terms.value("acquire_timeout_ms", MILLIS, FairnessContract::acquireTimeout),
                terms.value("attempt_timeout_ms", MILLIS, FairnessContract::attemptTimeout),
                terms.value("call_timeout_ms", MILLIS, FairnessContract::callTimeout),
                terms.value("max_attempts", COUNT, FairnessContract::maxAttempts),
                terms.value(
                        "checksum", CellType.choice(Checksum.class), FairnessContract::checksum));
    }

    private static Software software(RowCells<Software> software) {
        return new Software(
                software.text("jdk", Software::jdk),
                software.text("sdk", Software::sdk),
                software.text("weft", Software::weft),
                software.optional("java_options", TEXT, Software::javaOptions));
    }

    private static Reference reference(RowCells<Reference> reference) {
        return new Reference(
                reference.optionalCount("cores", Reference::cores),
                reference.optional("server_cpu_ms", MILLIS, Reference::serverCpu),
                reference.optionalPart("ideal_ms", Reference::ideal, ResultsColumns::ideal));
    }

    private static Ideal ideal(RowCells<Ideal> ideal) {
        return new Ideal(
                ideal.value("ideal_ms", MILLIS, Ideal::wall),
                ideal.value("ideal_low_ms", MILLIS, Ideal::low),
                ideal.value("ideal_high_ms", MILLIS, Ideal::high),
                ideal.value("bound", CellType.choice(Bound.class), Ideal::bound));
    }

    private static Optional<Double> efficiency(PassRow row) {
        return row.measures()
                .map(measures -> CellType.rounded(measures.wall()))
                .filter(Duration::isPositive)
                .flatMap(wall -> row.reference().ideal().map(ideal -> ratio(ideal, wall)));
    }

    private static double ratio(Ideal ideal, Duration wall) {
        return (double) CellType.rounded(ideal.wall()).toNanos() / wall.toNanos();
    }
}
