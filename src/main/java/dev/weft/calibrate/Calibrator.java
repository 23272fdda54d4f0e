package dev.weft.calibrate;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.UnzipStage;
import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.ItemsSummary;
import dev.weft.run.InMemoryLimit;
import dev.weft.run.Ticker;
import dev.weft.runjson.Calibration;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// Runs a calibration: JVM warm-up over several connections, service times, bandwidth, unzip times.
/// This order uses the open connections without a pause.
public final class Calibrator {
    /// Body size of a warm-up upload.
    static final int WARMUP_BYTES = 1024;

    private final CalibrationSpec spec;
    private final Ticker ticker;
    private final UploadTimer timer;
    private final Map<UploadKind, List<Long>> serviceTimesByKind = new HashMap<>();

    /// The properties that determine service times: file size and content.
    private record UploadKind(OptionalLong fileBytes, String content) {}

    Calibrator(CalibrationSpec spec, ProbeClient client, Ticker ticker) {
        this.spec = spec;
        this.ticker = ticker;
        this.timer = new UploadTimer(client, ticker, new CalibrationKeys(spec.runId()));
    }

    /// Calibrates with the neutral client. The caller deletes the uploaded objects by
    /// [CalibrationKeys#deleteFrom].
    ///
    /// @throws CalibrationException if an archive cannot be read or an upload fails
    public static Calibration calibrate(CalibrationSpec spec)
            throws CalibrationException, InterruptedException {
        try (NeutralClient client = new NeutralClient(spec.target(), spec.contract())) {
            return new Calibrator(spec, client, Ticker.system()).calibrate();
        }
    }

    Calibration calibrate() throws CalibrationException, InterruptedException {
        int connections = Math.min(spec.connections(), BandwidthProbe.MOST_CONNECTIONS);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            return calibrate(new ParallelRound(timer, ticker, threads, connections), connections);
        }
    }

    private Calibration calibrate(ParallelRound round, int connections)
            throws CalibrationException, InterruptedException {
        List<List<Long>> serviceTimes = new ArrayList<>();
        for (Path archive : spec.archives()) {
            serviceTimes.add(
                    measure(archive, 0, stage -> serviceTimes(stage, round))
                            .orElseThrow(() -> noReadableFiles(archive)));
        }
        Optional<Calibration.Bandwidth> bandwidth = bandwidth(round, connections);
        List<Calibration.OfArchive> archives = new ArrayList<>();
        for (Path archive : spec.archives()) {
            Duration unzip =
                    measure(
                            archive,
                            InMemoryLimit.bytes(spec.contract()),
                            new UnzipTimeProbe(ticker)::measure);
            archives.add(
                    new Calibration.OfArchive(archive, serviceTimes.get(archives.size()), unzip));
        }
        return new Calibration(archives, bandwidth, timer.uploads(), timer.bytes());
    }

    /// Measures service times. Archives with the same content and one common file size share the
    /// result, because their uploads are the same.
    private Optional<List<Long>> serviceTimes(UnzipStage archive, ParallelRound round)
            throws CalibrationException, InterruptedException {
        ItemsSummary items = archive.items();
        UploadKind kind = new UploadKind(items.fileBytes(), items.content());
        List<Long> shared = serviceTimesByKind.get(kind);
        if (shared != null) {
            return Optional.of(shared);
        }
        EvenSample sample = EvenSample.of(archive);
        if (timer.uploads() == 0) {
            warmUp(round);
        }
        Optional<List<Long>> times = new ServiceTimeProbe(timer, ticker).measure(sample);
        if (kind.fileBytes().isPresent()) {
            times.ifPresent(measured -> serviceTimesByKind.put(kind, measured));
        }
        return times;
    }

    private static CalibrationException noReadableFiles(Path archive) {
        return new CalibrationException(
                "none of the files of %s can be unzipped; make it again".formatted(archive));
    }

    /// Uploads until the JVM has compiled the upload code, because interpreted code adds a
    /// millisecond to each upload. Sequential uploads would take several times as long.
    private void warmUp(ParallelRound round) throws InterruptedException {
        try {
            long start = ticker.nanos();
            for (int made = 0; RepetitionRule.ROUNDS.goesOn(made, ticker.nanos() - start); made++) {
                var _ = round.nanos(WARMUP_BYTES);
            }
        } catch (CalibrationException e) {
            // The timed uploads that follow report the error.
        }
    }

    private static Optional<Calibration.Bandwidth> bandwidth(ParallelRound round, int connections)
            throws InterruptedException {
        try {
            return new BandwidthProbe(round, connections).measure();
        } catch (CalibrationException e) {
            // The ideal is useful without a bandwidth, if the target accepts single uploads only.
            return Optional.empty();
        }
    }

    /// A measurement on an open archive.
    private interface ArchiveMeasurement<T> {
        T of(UnzipStage archive) throws CalibrationException, InterruptedException;
    }

    private <T> T measure(Path archive, long inMemoryLimitBytes, ArchiveMeasurement<T> measurement)
            throws CalibrationException, InterruptedException {
        try (UnzipStage stage = UnzipStage.open(archive, inMemoryLimitBytes, spec.limits())) {
            return measurement.of(stage);
        } catch (ArchiveException e) {
            throw new CalibrationException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new CalibrationException(
                    "%s could not be read to its end: %s".formatted(archive, e.getMessage()), e);
        }
    }
}
