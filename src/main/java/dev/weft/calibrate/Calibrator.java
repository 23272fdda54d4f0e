package dev.weft.calibrate;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.UnzipStage;
import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.ItemsSummary;
import dev.weft.record.Calibration;
import dev.weft.run.InMemoryLimit;
import dev.weft.run.Ticker;
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

/// Makes a calibration: a warm-up of this JVM over several connections, then service times, then
/// bandwidth, then unzipping, so that connections that are open are used without a pause.
public final class Calibrator {
    /// The size of a body that warms up.
    static final int WARMUP_BYTES = 1024;

    private final CalibrationSpec spec;
    private final Ticker ticker;
    private final UploadTimer sender;
    private final Map<Kind, List<Long>> known = new HashMap<>();

    /// What uploads are alike in: their size, and what is in them.
    private record Kind(OptionalLong fileBytes, String content) {}

    Calibrator(CalibrationSpec spec, ProbeClient client, Ticker ticker) {
        this.spec = spec;
        this.ticker = ticker;
        this.sender = new UploadTimer(client, ticker, new CalibrationKeys(spec.runId()));
    }

    /// Calibrates with the neutral client. What was uploaded is left to
    /// [CalibrationKeys#deleteFrom].
    ///
    /// @throws CalibrationException where an archive cannot be read or an upload fails
    public static Calibration calibrate(CalibrationSpec spec)
            throws CalibrationException, InterruptedException {
        try (NeutralClient client = new NeutralClient(spec.target(), spec.contract())) {
            return new Calibrator(spec, client, Ticker.system()).calibrate();
        }
    }

    Calibration calibrate() throws CalibrationException, InterruptedException {
        int connections = Math.min(spec.connections(), BandwidthProbe.MOST_CONNECTIONS);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            return calibrate(new ParallelRound(sender, ticker, threads, connections), connections);
        }
    }

    private Calibration calibrate(ParallelRound round, int connections)
            throws CalibrationException, InterruptedException {
        List<List<Long>> serviceTimes = new ArrayList<>();
        for (Path archive : spec.archives()) {
            serviceTimes.add(
                    read(archive, 0, stage -> serviceTimes(stage, round))
                            .orElseThrow(() -> nothingIn(archive)));
        }
        Optional<Calibration.Bandwidth> bandwidth = bandwidth(round, connections);
        List<Calibration.OfArchive> archives = new ArrayList<>();
        for (Path archive : spec.archives()) {
            Duration unzip =
                    read(
                            archive,
                            InMemoryLimit.bytes(spec.contract()),
                            new UnzipTimeProbe(ticker)::measure);
            archives.add(
                    new Calibration.OfArchive(archive, serviceTimes.get(archives.size()), unzip));
        }
        return new Calibration(archives, bandwidth, sender.uploads(), sender.bytes());
    }

    /// Measured once for archives whose files are all of one size: their uploads are the same.
    private Optional<List<Long>> serviceTimes(UnzipStage archive, ParallelRound round)
            throws CalibrationException, InterruptedException {
        ItemsSummary items = archive.items();
        Kind kind = new Kind(items.fileBytes(), items.content());
        List<Long> shared = known.get(kind);
        if (shared != null) {
            return Optional.of(shared);
        }
        EvenSample sample = EvenSample.of(archive);
        if (sender.uploads() == 0) {
            warmUp(round);
        }
        Optional<List<Long>> times = new ServiceTimeProbe(sender, ticker).measure(sample);
        if (kind.fileBytes().isPresent()) {
            times.ifPresent(measured -> known.put(kind, measured));
        }
        return times;
    }

    private static CalibrationException nothingIn(Path archive) {
        return new CalibrationException(
                "none of the files of %s can be unzipped; make it again".formatted(archive));
    }

    /// Until what this JVM runs for an upload is compiled: one upload after another would take
    /// several times as long to get there, and interpreted code adds a millisecond to each.
    private void warmUp(ParallelRound round) throws InterruptedException {
        try {
            long start = ticker.nanos();
            for (int made = 0; RepetitionRule.ROUNDS.goesOn(made, ticker.nanos() - start); made++) {
                var _ = round.nanos(WARMUP_BYTES);
            }
        } catch (CalibrationException e) {
            // The uploads that are timed will tell.
        }
    }

    private static Optional<Calibration.Bandwidth> bandwidth(ParallelRound round, int connections)
            throws InterruptedException {
        try {
            return new BandwidthProbe(round, connections).measure();
        } catch (CalibrationException e) {
            // A target that takes single uploads and not these is still worth an ideal.
            return Optional.empty();
        }
    }

    /// Reads something from an archive.
    private interface Reading<T> {
        T of(UnzipStage archive) throws CalibrationException, InterruptedException;
    }

    private <T> T read(Path archive, long inMemoryLimitBytes, Reading<T> reading)
            throws CalibrationException, InterruptedException {
        try (UnzipStage stage = UnzipStage.open(archive, inMemoryLimitBytes, spec.limits())) {
            return reading.of(stage);
        } catch (ArchiveException e) {
            throw new CalibrationException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new CalibrationException(
                    "%s could not be read to its end: %s".formatted(archive, e.getMessage()), e);
        }
    }
}
