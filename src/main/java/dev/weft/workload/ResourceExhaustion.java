package dev.weft.workload;

import java.util.Optional;

/// A limit of this machine that many simultaneous uploads exceed. Detected by the text of the
/// operating system's message, because the JDK has no types for these errors.
///
/// @param code one word for statistics
/// @param remedy the limit and how to raise it
public record ResourceExhaustion(String code, String remedy) {
    private static final ResourceExhaustion FILES =
            new ResourceExhaustion(
                    "TooManyOpenFiles",
                    "this machine lets a process open no more files and connections; lower --concurrency, or raise the limit with 'ulimit -n'");
    private static final ResourceExhaustion PORTS =
            new ResourceExhaustion(
                    "NoFreePort",
                    "no port of this machine is free for another connection, because closed ones keep theirs for a minute; lower --concurrency, or wait and try again");
    private static final ResourceExhaustion THREADS =
            new ResourceExhaustion(
                    "NoMoreThreads",
                    "this machine lets a process start no more threads; lower --concurrency, or use --mode=async or virtual");
    private static final ResourceExhaustion MEMORY =
            new ResourceExhaustion(
                    "OutOfMemory",
                    "the heap is full; lower --concurrency, or raise -Xmx with --java-options");

    /// Returns the exceeded limit; empty for any other error.
    public static Optional<ResourceExhaustion> of(Throwable root) {
        String said = String.valueOf(root.getMessage());
        if (said.contains("Too many open files")) {
            return Optional.of(FILES);
        }
        if (said.contains("Cannot assign requested address")) {
            return Optional.of(PORTS);
        }
        if (root instanceof OutOfMemoryError) {
            return Optional.of(said.contains("native thread") ? THREADS : MEMORY);
        }
        return Optional.empty();
    }
}
