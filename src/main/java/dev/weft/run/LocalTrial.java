package dev.weft.run;

import dev.weft.archive.ArchiveException;
import dev.weft.archive.UnzipStage;
import dev.weft.plan.PassSpec;
import dev.weft.plan.Phase;
import dev.weft.plan.Tolerance;
import dev.weft.plan.TrialSpec;
import dev.weft.record.Cut;
import dev.weft.record.Measures;
import dev.weft.record.PassResult;
import dev.weft.record.Usage;
import dev.weft.record.WarmupResult;
import dev.weft.record.WarmupSlice;
import dev.weft.workload.Exhaustion;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;

/// A trial in this JVM.
public final class LocalTrial implements Trial {
    /// How long a slice of a warm-up may wait until the JIT compilers are idle.
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /// How long a client of a stalled pass may take to close.
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final TrialSpec spec;
    private final Surroundings surroundings;
    private volatile Optional<Engine> engine = Optional.empty();
    private boolean stalled;
    private int made;
    private final AtomicReference<Optional<String>> stopped =
            new AtomicReference<>(Optional.empty());
    private volatile Optional<Running> running = Optional.empty();

    /// What a trial takes from the JVM that it runs in.
    ///
    /// @param engines builds the engine, once
    /// @param items hears of every item of a pass that is measured, from any thread
    /// @param spawnedAt when the JVM of this trial was asked for; empty where it is not a JVM of
    ///   its own
    public record Surroundings(
            Engine.Factory engines,
            ItemListener items,
            Ticker ticker,
            InstantSource clock,
            ProcessProbe probe,
            Optional<Instant> spawnedAt) {}

    private record Running(ItemPass pass, PassMeter meter) {}

    /// A trial that has done nothing yet.
    public LocalTrial(TrialSpec spec, Surroundings surroundings) {
        this.spec = spec;
        this.surroundings = surroundings;
    }

    @Override
    public PassResult run(PassSpec pass) throws TrialException, InterruptedException {
        if (stalled) {
            throw new TrialException("the trial stalled, and has ended");
        }
        try (UnzipStage archive =
                UnzipStage.open(
                        pass.archive(), InMemoryLimit.bytes(spec.contract()), pass.limits())) {
            return run(pass, archive);
        } catch (ArchiveException e) {
            throw new TrialException(String.valueOf(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new TrialException(
                    "%s could not be read to its end: %s".formatted(pass.archive(), e.getMessage()),
                    e);
        } catch (OutOfMemoryError e) {
            throw new TrialException(
                    Exhaustion.of(e).map(Exhaustion::remedy).orElseGet(e::toString), e);
        } finally {
            running = Optional.empty();
        }
    }

    private PassResult run(PassSpec pass, UnzipStage archive)
            throws TrialException, InterruptedException {
        ProcessProbe.Watch watch = surroundings.probe().watch();
        Instant startedAt = surroundings.clock().instant();
        PassMeter meter = new PassMeter(surroundings.ticker().nanos());
        SliceSource slices = new SliceSource(archive, surroundings.ticker());
        ItemPass items = pass(pass, pass.warmup().isPresent() ? slices : archive::next, meter);
        running = Optional.of(new Running(items, meter));
        stopped.get().ifPresent(items::stop);
        Optional<WarmupResult> warmup = Optional.empty();
        if (pass.warmup().isPresent()) {
            warmup =
                    Optional.of(
                            new WarmUp(
                                            pass.warmup().get(),
                                            new OwnSlices(pass, items, slices, meter),
                                            surroundings.ticker())
                                    .run());
            engine.ifPresent(Engine::endWarmUp);
        } else {
            drive(pass, pass.prefix(), items);
            made += meter.done();
        }
        OptionalInt virtualThreads =
                engine.map(driven -> OptionalInt.of(driven.takePeakVirtualThreads()))
                        .orElse(OptionalInt.empty());
        Optional<Duration> process = pass.phase() == Phase.COLD ? sinceSpawned() : Optional.empty();
        Usage usage = watch.usage();
        PassResult result =
                new PassResult(
                        startedAt,
                        items.cut(),
                        new Measures(
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
                        meter.firstFailure(),
                        warmup);
        if (stalled) {
            closeEngine();
        }
        return result;
    }

    private void drive(PassSpec pass, String prefix, ItemPass items) throws InterruptedException {
        Driving driving =
                new Driving(
                        () -> {
                            drive(engine(), pass.phase(), prefix, items);
                            return null;
                        });
        Tolerance tolerance = spec.tolerance();
        if (!driving.ends(
                new Watchdog(tolerance.stall(), surroundings.ticker()), items::movements)) {
            stalled = true;
            Stall stall = new Stall(spec, pass);
            items.cut(new Cut(Cut.Cause.STALLED, stall.reason(items.open())));
            items.abandon(stall.outcome());
            driving.abandon();
        }
    }

    /// Building the client belongs to the first pass, which is the cold one.
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
            // What is on its way still reads from the archive, and its objects will be deleted.
            items.awaitIdle();
            throw e;
        }
    }

    /// Slices of a warm-up in this JVM: one pass over the archive, driven again and again.
    private final class OwnSlices implements WarmUp.Slices {
        private final PassSpec pass;
        private final ItemPass items;
        private final SliceSource source;
        private final PassMeter meter;

        OwnSlices(PassSpec pass, ItemPass items, SliceSource source, PassMeter meter) {
            this.pass = pass;
            this.items = items;
            this.source = source;
            this.meter = meter;
        }

        @Override
        public Optional<WarmupSlice> drive(
                int number, int uploads, Duration time, boolean undelayed, boolean settle)
                throws InterruptedException {
            ProcessProbe.Watch watch = surroundings.probe().watch();
            int before = meter.done();
            long startNanos = surroundings.ticker().nanos();
            source.begin(uploads, time);
            LocalTrial.this.drive(
                    pass, undelayed ? pass.undelayedPrefix().orElseThrow() : pass.prefix(), items);
            if (items.cut().isPresent()) {
                return Optional.empty();
            }
            long endNanos = surroundings.ticker().nanos();
            if (settle) {
                surroundings.probe().awaitIdle(SETTLING);
            }
            Usage usage = watch.usage();
            made += meter.done() - before;
            return Optional.of(
                    new WarmupSlice(
                            number,
                            meter.done() - before,
                            made,
                            undelayed,
                            Duration.ofNanos(endNanos - startNanos),
                            Duration.ofNanos(surroundings.ticker().nanos() - endNanos),
                            usage.cpu(),
                            usage.compilation(),
                            usage.collections()
                                    .map(garbage -> OptionalLong.of(garbage.count()))
                                    .orElse(OptionalLong.empty()),
                            usage.heapCommittedBytes()));
        }
    }

    private ItemPass pass(PassSpec pass, ItemSource source, PassMeter meter) {
        return new ItemPass(
                source,
                permits(pass.phase()),
                surroundings.ticker(),
                meter,
                pass.phase() == Phase.WARMUP ? _ -> {} : surroundings.items(),
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
        return running.map(now -> now.meter().progress(surroundings.ticker().nanos()))
                .orElse(Progress.NONE);
    }

    @Override
    public void stop(String reason) {
        stopped.compareAndSet(Optional.empty(), Optional.of(reason));
        running.ifPresent(now -> now.pass().stop(reason));
    }

    @Override
    public void close() {
        engine.ifPresent(Engine::close);
        engine = Optional.empty();
    }

    /// Closes the client, so that nothing that hangs arrives any more, but waits no longer than a
    /// while: what made the pass stall may hold this up, too.
    private void closeEngine() throws InterruptedException {
        Thread.ofPlatform().daemon().name("weft-close").start(this::close).join(ENDING);
    }
}
