package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// Which weft it is.
///
/// @param version as `weft --version` says it
/// @param commit that it was built from; [#UNKNOWN] where it was built without a repository
/// @param modified whether files under version control differed from that commit; empty where the
///   commit is unknown
public record WeftVersion(String version, String commit, Optional<Boolean> modified) {
    /// The commit of a weft that was built from a source archive.
    public static final String UNKNOWN = "unknown";

    /// Written by the build.
    private static final String RESOURCE = "/dev/weft/machine/commit.properties";

    public WeftVersion {
        Objects.requireNonNull(version);
        Objects.requireNonNull(commit);
        Objects.requireNonNull(modified);
    }

    /// The version of this weft; `development` if its classes are not in a jar.
    public static String number() {
        return Optional.ofNullable(WeftVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// The one that runs.
    public static WeftVersion own(String version) {
        return of(version, Libraries.properties(RESOURCE));
    }

    static WeftVersion of(String version, Properties properties) {
        String commit = properties.getProperty("git.commit.id.full", "");
        return commit.isBlank()
                ? new WeftVersion(version, UNKNOWN, Optional.empty())
                : new WeftVersion(
                        version,
                        commit,
                        Optional.ofNullable(properties.getProperty("git.dirty"))
                                .map(Boolean::parseBoolean));
    }
}
