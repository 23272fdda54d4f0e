package dev.weft.run;

import dev.weft.mode.Mode;
import dev.weft.mode.Pass;
import dev.weft.store.UploadClient;
import java.util.Optional;

/// Combines a mode with a client that fits it. A trial drives its passes with it.
public sealed interface Engine extends AutoCloseable {
    /// Uploads the items of a measured pass.
    void drive(Pass pass, String prefix) throws InterruptedException;

    /// Uploads the items of a slice of the warm-up: with the same client, but always concurrently,
    /// so that the warm-up takes as long in every mode.
    void warmUp(Pass pass, String prefix) throws InterruptedException;

    /// Ends the threads that only the warm-up needs.
    void endWarmUp();

    /// Largest number of virtual threads that worked on items at once since the last call.
    int takePeakVirtualThreads();

    @Override
    void close();

    /// Builds the client and the threads of a trial.
    @FunctionalInterface
    interface Factory {
        /// Starts an engine. The cost is part of the cold pass.
        Engine start();
    }

    /// An engine with a blocking client.
    ///
    /// @param warmupMode mode for the warm-up alone; empty if `mode` is concurrent and serves the
    ///   warm-up too
    record Blocking(
            Mode.Blocking mode, Optional<Mode.Blocking> warmupMode, UploadClient.Blocking uploads)
            implements Engine {
        @Override
        public void drive(Pass pass, String prefix) throws InterruptedException {
            mode.drive(pass, uploads.below(prefix));
        }

        @Override
        public void warmUp(Pass pass, String prefix) throws InterruptedException {
            warmupMode.orElse(mode).drive(pass, uploads.below(prefix));
        }

        @Override
        public void endWarmUp() {
            // Idle threads of the warm-up would count in the thread peak of later passes.
            warmupMode.ifPresent(Mode.Blocking::close);
        }

        @Override
        public int takePeakVirtualThreads() {
            return mode.takePeakVirtualThreads();
        }

        @Override
        public void close() {
            mode.close();
            warmupMode.ifPresent(Mode.Blocking::close);
            uploads.close();
        }
    }

    /// An engine with an asynchronous client.
    record NonBlocking(Mode.NonBlocking mode, UploadClient.NonBlocking uploads) implements Engine {
        @Override
        public void drive(Pass pass, String prefix) throws InterruptedException {
            mode.drive(pass, uploads.below(prefix));
        }

        @Override
        public void warmUp(Pass pass, String prefix) throws InterruptedException {
            drive(pass, prefix);
        }

        @Override
        public void endWarmUp() {}

        @Override
        public int takePeakVirtualThreads() {
            return mode.takePeakVirtualThreads();
        }

        @Override
        public void close() {
            mode.close();
            uploads.close();
        }
    }
}
