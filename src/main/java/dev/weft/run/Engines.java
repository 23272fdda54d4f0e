package dev.weft.run;

import dev.weft.mode.Async;
import dev.weft.mode.Mode;
import dev.weft.mode.Sequential;
import dev.weft.mode.ThreadPerItem;
import dev.weft.plan.ModeName;
import dev.weft.plan.TrialSpec;
import dev.weft.store.BlockingUploads;
import dev.weft.store.NonBlockingUploads;
import java.util.Optional;

/// Maps each mode name to its client and threads.
public final class Engines {
    private Engines() {}

    /// Starts the engine of a trial.
    public static Engine start(TrialSpec trial) {
        return switch (trial.mode()) {
            case SEQUENTIAL ->
                    blocking(
                            new Sequential(),
                            Optional.of(ThreadPerItem.platform(trial.contract().poolSize())),
                            trial);
            case THREADS ->
                    blocking(ThreadPerItem.platform(trial.concurrency()), Optional.empty(), trial);
            case VIRTUAL -> blocking(ThreadPerItem.virtual(), Optional.empty(), trial);
            case ASYNC ->
                    new Engine.NonBlocking(
                            new Async(), new NonBlockingUploads(trial.target(), trial.contract()));
        };
    }

    /// Name of the HTTP client of a mode, in one word.
    public static String httpClient(ModeName mode) {
        return switch (mode) {
            case SEQUENTIAL, THREADS, VIRTUAL -> "apache5";
            case ASYNC -> "netty";
        };
    }

    private static Engine blocking(
            Mode.Blocking mode, Optional<Mode.Blocking> warmup, TrialSpec trial) {
        return new Engine.Blocking(
                mode, warmup, new BlockingUploads(trial.target(), trial.contract()));
    }
}
