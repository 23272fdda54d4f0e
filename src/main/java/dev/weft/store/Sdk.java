package dev.weft.store;

import software.amazon.awssdk.core.util.VersionInfo;

/// The SDK itself.
public final class Sdk {
    private Sdk() {}

    /// Its version.
    public static String version() {
        return VersionInfo.SDK_VERSION;
    }
}
