package dev.weft.diagnose;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.Optional;

/// Owner of the code of a stack. General helpers of the JDK, such as maps and strings, have no
/// owner: their samples count for their caller.
public enum CodeOwner {
    /// weft itself: modes, the unzip stage, recording.
    WEFT("weft", "dev.weft."),
    /// AWS SDK: marshalling, signing, retries, and its adapters for HTTP clients.
    SDK("AWS SDK", "software.amazon."),
    /// HTTP client of the asynchronous mode.
    NETTY("Netty", "io.netty."),
    /// HTTP client of the other modes.
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
    /// Locks, and the scheduling of virtual threads.
    THREADS(
            "JDK threads",
            "java.lang.VirtualThread",
            "jdk.internal.vm.",
            "java.util.concurrent.ForkJoin",
            "java.util.concurrent.locks."),
    /// Code of JDK Flight Recorder.
    RECORDER("flight recorder", "jdk.jfr."),
    /// All other code.
    OTHER("other");

    private final String label;
    private final ImmutableList<String> prefixes;

    CodeOwner(String label, String... prefixes) {
        this.label = label;
        this.prefixes = ImmutableList.copyOf(prefixes);
    }

    /// Returns the name for display.
    public String label() {
        return label;
    }

    /// Returns the owner of a class; empty if its samples count for its caller.
    ///
    /// @param type full name of the class
    static Optional<CodeOwner> of(String type) {
        return Arrays.stream(values())
                .filter(owner -> owner.prefixes.stream().anyMatch(type::startsWith))
                .findFirst();
    }
}
