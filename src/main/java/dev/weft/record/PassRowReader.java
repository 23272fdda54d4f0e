package dev.weft.record;

import dev.weft.csv.CsvCell;
import dev.weft.csv.RowCells;
import dev.weft.plan.Checksum;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.ItemsSummary;
import dev.weft.plan.ModeName;
import dev.weft.plan.Phase;
import dev.weft.plan.VerifyLevel;
import dev.weft.plan.WarmupPolicy;
import dev.weft.record.PassRow.Contract;
import dev.weft.record.PassRow.Ending;
import dev.weft.record.PassRow.Place;
import dev.weft.record.PassRow.Setting;
import dev.weft.record.PassRow.Software;
import java.time.Duration;
import java.util.OptionalInt;

/// Creates a row of the results from its cells. Inverse of [ResultsColumns].
final class PassRowReader {
    private PassRowReader() {}

    static PassRow read(RowCells cells) {
        cells.at("schema").mustBe(Integer.toString(cells.schema()));
        return new PassRow(
                place(cells),
                setting(cells),
                new Ending(
                        cells.at("status").choice(PassStatus.class),
                        cells.maybe("verify")
                                .map(cell -> cell.choice(VerifyLevel.class))
                                .orElse(VerifyLevel.CHECKSUM),
                        cells.at("verified").flag(),
                        cells.maybe("failure").map(CsvCell::text)),
                PassMeasuresReader.read(cells),
                contract(cells),
                new Software(
                        cells.text("jdk"),
                        cells.text("sdk"),
                        cells.text("weft"),
                        cells.maybe("java_options").map(CsvCell::text)),
                reference(cells));
    }

    private static Reference reference(RowCells cells) {
        return new Reference(
                cells.maybe("cores")
                        .map(cores -> OptionalInt.of(cores.count()))
                        .orElse(OptionalInt.empty()),
                cells.maybe("server_cpu_ms").map(CsvCell::duration),
                cells.maybe("ideal_ms")
                        .map(
                                wall ->
                                        new Ideal(
                                                wall.duration(),
                                                cells.at("ideal_low_ms").duration(),
                                                cells.at("ideal_high_ms").duration(),
                                                cells.at("bound").choice(Bound.class))));
    }

    private static Place place(RowCells cells) {
        return new Place(
                cells.text("run_id"),
                cells.text("trial_id"),
                cells.maybe("side").map(CsvCell::text),
                cells.at("block").count(),
                cells.at("order").count(),
                cells.at("repetition").count(),
                cells.at("pass").count(),
                cells.at("forks").count(),
                cells.at("started_at").instant());
    }

    private static Setting setting(RowCells cells) {
        return new Setting(
                cells.at("mode").choice(ModeName.class),
                cells.text("workload"),
                cells.at("phase").choice(Phase.class),
                new ItemsSummary(
                        cells.text("archive"),
                        cells.at("files").count(),
                        cells.at("bytes").whole(),
                        cells.whole("file_bytes"),
                        cells.text("content"),
                        cells.whole("seed")),
                cells.at("concurrency").count(),
                warmup(cells),
                cells.maybe("latency_ms").map(CsvCell::duration),
                cells.maybe("faults").map(CsvCell::text));
    }

    /// Schemas before 3 have only the number of uploads, which was fixed.
    private static Warmup warmup(RowCells cells) {
        int uploads = cells.at("warmup_uploads").count();
        return new Warmup(
                cells.maybe("warmup")
                        .map(CsvCell::text)
                        .orElseGet(() -> new WarmupPolicy.Fixed(uploads).label()),
                uploads,
                cells.maybe("warmup_ms").map(CsvCell::duration).orElse(Duration.ZERO),
                cells.maybe("steady").map(CsvCell::flag),
                cells.maybe("unsteady").map(CsvCell::text));
    }

    private static Contract contract(RowCells cells) {
        cells.at("payload_signing").mustBe(FairnessContract.PAYLOAD_SIGNING);
        cells.at("expect").mustBe(FairnessContract.EXPECT);
        cells.at("retry_mode").mustBe(FairnessContract.RETRY_MODE);
        FairnessContract terms =
                new FairnessContract(
                        cells.at("pool_size").count(),
                        cells.at("connect_timeout_ms").duration(),
                        cells.at("acquire_timeout_ms").duration(),
                        cells.at("attempt_timeout_ms").duration(),
                        cells.at("call_timeout_ms").duration(),
                        cells.at("max_attempts").count(),
                        cells.at("checksum").choice(Checksum.class));
        return new Contract(
                cells.text("target"), cells.text("http_client"), terms, cells.text("fairness"));
    }
}
