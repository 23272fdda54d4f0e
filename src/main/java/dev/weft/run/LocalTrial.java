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
import dev.weft.workload.Exhaustion;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/// A trial in this JVM.
public final class LocalTrial implements Trial {
    /// How long a JVM may take after its warm-up until its compilers are idle.
    private static final Duration SETTLING = Duration.ofSeconds(3);

    /// How long a client of a stalled pass may take to close.
    private static final Duration ENDING = Duration.ofSeconds(5);

    private final TrialSpec spec;
    private final Surroundings surroundings;
    private volatile Optional<Engine> engine = Optional.empty();
    private boolean stalled;
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

    private PassResult run(PassSpec pass, UnzipStage archive) throws InterruptedException {
        ProcessProbe.Watch watch = surroundings.probe().watch();
        Instant startedAt = surroundings.clock().instant();
        PassMeter meter = new PassMeter(surroundings.ticker().nanos());
        ItemPass items = pass(pass, archive, meter);
        running = Optional.of(new Running(items, meter));
        stopped.get().ifPresent(items::stop);
        drive(pass, items);
        OptionalInt virtualThreads =
                engine.map(driven -> OptionalInt.of(driven.takePeakVirtualThreads()))
                        .orElse(OptionalInt.empty());
        if (!stalled && pass.phase() == Phase.WARMUP) {
            surroundings.probe().awaitIdle(SETTLING);
        }
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
                        meter.firstFailure());
        if (stalled) {
            closeEngine();
        }
        return result;
    }

    private void drive(PassSpec pass, ItemPass items) throws InterruptedException {
        Driving driving =
                new Driving(
                        () -> {
                            drive(engine(), pass, items);
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

    private static void drive(Engine engine, PassSpec pass, ItemPass items)
            throws InterruptedException {
        try {
            switch (pass.phase()) {
                case COLD, WARM -> engine.drive(items, pass.prefix());
                case WARMUP -> engine.warmUp(items, pass.prefix());
            }
        } catch (UncheckedIOException e) {
            // What is on its way still reads from the archive, and its objects will be deleted.
            items.awaitIdle();
            throw e;
        }
    }

    private ItemPass pass(PassSpec pass, UnzipStage archive, PassMeter meter) {
        ItemSource source =
                pass.warmup()
                        .<ItemSource>map(limit -> new Rounds(archive, limit, surroundings.ticker()))
                        .orElse(archive::next);
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
