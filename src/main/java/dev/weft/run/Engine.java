package dev.weft.run;

import dev.weft.mode.Mode;
import dev.weft.mode.Pass;
import dev.weft.store.UploadClient;
import java.util.Optional;

/// A mode with a client that fits it: what a trial drives its passes with.
public sealed interface Engine extends AutoCloseable {
    /// Drives a pass in the form that is measured.
    void drive(Pass pass, String prefix) throws InterruptedException;

    /// Drives a slice of the warm-up: the same client, always concurrently, so that it takes as
    /// long in every mode.
    void warmUp(Pass pass, String prefix) throws InterruptedException;

    /// Ends what only the warm-up needs.
    void endWarmUp();

    /// The most virtual threads that worked on items at once since this was asked last.
    int takePeakVirtualThreads();

    @Override
    void close();

    /// Builds the client and the threads of a trial.
    @FunctionalInterface
    interface Factory {
        /// A new engine. What this costs is part of a cold pass.
        Engine start();
    }

    /// A blocking client.
    ///
    /// @param warmupMode a form that only warms up, and ends with the warm-up; empty where `mode`
    ///   warms up itself, because it is concurrent
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
            // Its idle threads would count in what the passes that follow are measured by.
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

    /// An asynchronous client.
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
