package dev.weft.run;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.UnzipStage;
import dev.weft.plan.AbortLimits;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.TrialSpec;
import dev.weft.plan.WarmupPolicy;
import dev.weft.probe.ProcessProbe;
import dev.weft.record.EarlyStop;
import dev.weft.record.PassMeasures;
import dev.weft.record.PassResult;
import dev.weft.record.ResourceUsage;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupResult.WarmupSlice;
import dev.weft.workload.ResourceExhaustion;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/// Runs a trial in this JVM.
public final class LocalTrial implements Trial {
    /// Longest wait of the first pass after a warm-up for idle JIT compilers.
    private static final Duration JIT_IDLE_LIMIT = Duration.ofSeconds(3);

    /// Longer than any pass.
    private static final Duration UNLIMITED = Duration.ofDays(365);

    /// Longest wait for the client of a stalled pass to close.
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final TrialSpec spec;
    private final Surroundings surroundings;
    private volatile Optional<Engine> engine = Optional.empty();
    private boolean stalled;
    private boolean jitSettled = true;
    private int uploadsSoFar;
    private final AtomicInteger doneBefore = new AtomicInteger();
    private final AtomicReference<Optional<String>> stopReason =
            new AtomicReference<>(Optional.empty());
    private volatile Optional<Running> running = Optional.empty();

    /// What a trial needs from its JVM.
    ///
    /// @param engines starts the engine, once
    /// @param items receives every item, from any thread
    /// @param spawnedAt when the start of the child JVM was requested; empty if the trial has no
    ///   JVM of its own
    public record Surroundings(
            Engine.Factory engines,
            ItemListener items,
            Ticker ticker,
            InstantSource clock,
            ProcessProbe probe,
            Optional<Instant> spawnedAt) {}

    private record Running(ItemPass pass, PassMeter meter) {}

    /// Creates a trial. Its engine starts in the first pass.
    public LocalTrial(TrialSpec spec, Surroundings surroundings) {
        this.spec = spec;
        this.surroundings = surroundings;
    }

    @Override
    public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
        if (stalled) {
            throw new TrialException("the trial stalled, and has ended");
        }
        if (!jitSettled && pass.phase() != Phase.WARMUP) {
            surroundings.probe().awaitIdle(JIT_IDLE_LIMIT);
            jitSettled = true;
        }
        try {
            return pass.warmup().isPresent()
                    ? warmUp(pass, pass.warmup().get())
                    : run(pass, pass.prefix(), Integer.MAX_VALUE, UNLIMITED);
        } catch (UncheckedIOException e) {
            throw new TrialException(
                    "%s could not be read to its end: %s".formatted(pass.archive(), e.getMessage()),
                    e);
        } catch (OutOfMemoryError e) {
            throw new TrialException(
                    ResourceExhaustion.of(e).map(ResourceExhaustion::remedy).orElseGet(e::toString),
                    e);
        } finally {
            running = Optional.empty();
        }
    }

    /// Runs slices with every step of a measured pass. Otherwise the JIT compiler would compile the
    /// missing steps during measured passes.
    ///
    /// @return result of the last slice, with that of the warm-up
    private PassResult warmUp(PassSpec pass, WarmupPolicy policy)
            throws TrialException, InterruptedException {
        List<PassResult> results = new ArrayList<>();
        WarmupResult warmup =
                new WarmUp(
                                policy,
                                (number, uploads, time, undelayed) -> {
                                    PassResult result =
                                            run(
                                                    pass,
                                                    undelayed
                                                            ? pass.undelayedPrefix().orElseThrow()
                                                            : pass.prefix(),
                                                    uploads,
                                                    time);
                                    results.add(result);
                                    return result.earlyStop().isPresent()
                                            ? Optional.empty()
                                            : Optional.of(slice(number, undelayed, result));
                                },
                                surroundings.ticker())
                        .run();
        doneBefore.set(0);
        engine.ifPresent(Engine::endWarmUp);
        jitSettled = false;
        PassResult last = results.getLast();
        return new PassResult(
                last.startedAt(),
                last.earlyStop(),
                last.measures(),
                last.firstFailure(),
                Optional.of(warmup));
    }

    private WarmupSlice slice(int number, boolean undelayed, PassResult result) {
        int endedCount = result.counts().stored() + result.counts().failed();
        doneBefore.addAndGet(endedCount);
        ResourceUsage usage = result.measures().usage();
        return new WarmupSlice(
                number,
                endedCount,
                uploadsSoFar,
                undelayed,
                result.measures().wall(),
                usage.cpu(),
                usage.compilation(),
                usage.collections()
                        .map(garbage -> OptionalLong.of(garbage.count()))
                        .orElse(OptionalLong.empty()),
                usage.heapCommittedBytes());
    }

    private PassResult run(PassSpec pass, String prefix, int uploads, Duration time)
            throws TrialException, InterruptedException {
        try (UnzipStage archive =
                UnzipStage.open(
                        pass.archive(), InMemoryLimit.bytes(spec.contract()), pass.limits())) {
            return run(pass, prefix, archive, uploads, time);
        } catch (ArchiveException e) {
            throw new TrialException(String.valueOf(e.getMessage()), e);
        }
    }

    private PassResult run(
            PassSpec pass, String prefix, UnzipStage archive, int uploads, Duration time)
            throws InterruptedException {
        ProcessProbe.Watch watch = surroundings.probe().watch();
        Instant startedAt = surroundings.clock().instant();
        PassMeter meter = new PassMeter(surroundings.ticker().nanos());
        SliceSource source =
                new SliceSource(
                        archive,
                        pass.warmup().isPresent(),
                        uploads,
                        meter.startNanos() + time.toNanos());
        ItemPass items = itemPass(pass, source, meter);
        running = Optional.of(new Running(items, meter));
        stopReason.get().ifPresent(items::stop);
        drive(pass, prefix, items);
        uploadsSoFar += meter.done();
        OptionalInt virtualThreads =
                engine.map(driven -> OptionalInt.of(driven.takePeakVirtualThreads()))
                        .orElse(OptionalInt.empty());
        Optional<Duration> process = pass.phase() == Phase.COLD ? sinceSpawned() : Optional.empty();
        ResourceUsage usage = watch.usage();
        PassResult result =
                new PassResult(
                        startedAt,
                        items.cut(),
                        new PassMeasures(
                                meter.wall(),
                                meter.unzip(),
                                meter.upload(),
                                process,
                                meter.latencies(),
                                meter.bytesStored(),
                                meter.retries(),
                                meter.setbacks(),
                                meter.connectionWait(),
                                virtualThreads,
                                usage,
                                meter.counts(archive.items().files())),
                        meter.firstFailure());
        if (stalled) {
            closeEngine();
        }
        return result;
    }

    private void drive(PassSpec pass, String prefix, ItemPass items) throws InterruptedException {
        AbandonableTask driving =
                new AbandonableTask(
                        () -> {
                            drive(engine(), pass.phase(), prefix, items);
                            return null;
                        });
        AbortLimits limits = spec.tolerance();
        if (!driving.ends(new Watchdog(limits.stall(), surroundings.ticker()), items::movements)) {
            stalled = true;
            StallReport report = new StallReport(spec, pass);
            items.cut(new EarlyStop(EarlyStop.Cause.STALLED, report.reason(items.open())));
            items.abandon(report.outcome());
            driving.abandon();
        }
    }

    /// The client is built in the first pass, which is the cold one.
    private Engine engine() {
        Engine started = engine.orElseGet(surroundings.engines()::start);
        engine = Optional.of(started);
        return started;
    }

    private static void drive(Engine engine, Phase phase, String prefix, ItemPass items)
            throws InterruptedException {
        try {
            switch (phase) {
                case COLD, WARM -> engine.drive(items, prefix);
                case WARMUP -> engine.warmUp(items, prefix);
            }
        } catch (UncheckedIOException e) {
            // Items in flight still read the archive, and their objects are about to be deleted.
            items.awaitIdle();
            throw e;
        }
    }

    private ItemPass itemPass(PassSpec pass, ItemSource source, PassMeter meter) {
        return new ItemPass(
                source,
                permits(pass.phase()),
                surroundings.ticker(),
                meter,
                surroundings.items(),
                new ItemPass.Label(spec.trialId(), pass.number()),
                new FailureBudget(spec.tolerance().failedShare(), permits(pass.phase())));
    }

    private int permits(Phase phase) {
        return switch (phase) {
            case COLD, WARM -> spec.concurrency();
            case WARMUP -> spec.contract().poolSize();
        };
    }

    private Optional<Duration> sinceSpawned() {
        return surroundings
                .spawnedAt()
                .map(spawned -> Duration.between(spawned, surroundings.clock().instant()));
    }

    @Override
    public Progress progress() {
        return running.map(
                        current ->
                                current.meter()
                                        .progress(surroundings.ticker().nanos())
                                        .after(doneBefore.get()))
                .orElse(Progress.NONE);
    }

    @Override
    public void stop(String reason) {
        stopReason.compareAndSet(Optional.empty(), Optional.of(reason));
        running.ifPresent(current -> current.pass().stop(reason));
    }

    @Override
    public void close() {
        engine.ifPresent(Engine::close);
        engine = Optional.empty();
    }

    /// Closes the client, so that no pending upload arrives after the deletion. Waits for a limited
    /// time, because the cause of the stall may block the closing.
    private void closeEngine() throws InterruptedException {
        Thread.ofPlatform().daemon().name("weft-close").start(this::close).join(CLOSE_TIMEOUT);
    }
}
