package dev.weft.diagnose;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/// Whose code a stack is in. Helpers that everybody calls, such as maps and strings, belong to
/// none: they are put down to whoever called them.
public enum CodeOwner {
    /// weft itself: modes, the unzip stage, recording.
    WEFT("weft", "dev.weft."),
    /// The AWS SDK: marshalling, signing, retries, and its adapters of HTTP clients.
    SDK("AWS SDK", "software.amazon."),
    /// The HTTP client of the asynchronous mode.
    NETTY("Netty", "io.netty."),
    /// The HTTP client of the other modes.
    APACHE("Apache HttpClient", "org.apache.hc."),
    /// Sockets and files.
    INPUT_OUTPUT(
            "JDK I/O",
            "sun.nio.ch.",
            "sun.nio.fs.",
            "java.nio.channels.",
            "java.net.Socket",
            "java.io.FileInputStream",
            "java.io.FileOutputStream",
            "java.io.RandomAccessFile"),
    /// Signatures and checksums.
    CRYPTO(
            "JDK crypto/checksum",
            "java.security.",
            "javax.crypto.",
            "sun.security.",
            "com.sun.crypto.",
            "java.util.zip.CRC32",
            "java.util.zip.Adler32"),
    /// Locks, and the switching of virtual threads.
    THREADS(
            "JDK threads",
            "java.lang.VirtualThread",
            "jdk.internal.vm.",
            "java.util.concurrent.ForkJoin",
            "java.util.concurrent.locks."),
    /// The recorder's own code.
    RECORDER("flight recorder", "jdk.jfr."),
    /// What is none of these.
    OTHER("other");

    private final String label;
    private final ImmutableList<String> prefixes;

    CodeOwner(String label, String... prefixes) {
        this.label = label;
        this.prefixes = ImmutableList.copyOf(prefixes);
    }

    /// The name for people.
    public String label() {
        return label;
    }

    /// The layer that a class makes up, by its full name; empty for one that belongs to whoever
    /// calls it.
    static Optional<CodeOwner> of(String type) {
        return Arrays.stream(values())
                .filter(layer -> layer.prefixes.stream().anyMatch(type::startsWith))
                .findFirst();
    }
}
