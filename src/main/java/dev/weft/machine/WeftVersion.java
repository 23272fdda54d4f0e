package dev.weft.machine;

import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/// The version and commit of a build of weft.
///
/// @param version number, as in `weft --version`
/// @param commit commit of the build; [#UNKNOWN] if it was built without a repository
/// @param modified whether files under version control differed from that commit; empty if unknown
public record WeftVersion(String version, String commit, Optional<Boolean> modified) {
    /// The commit of a build from a source archive.
    public static final String UNKNOWN = "unknown";

    /// Written by the build.
    private static final String RESOURCE = "/dev/weft/machine/commit.properties";

    public WeftVersion {
        Objects.requireNonNull(version);
        Objects.requireNonNull(commit);
        Objects.requireNonNull(modified);
    }

    /// Returns the version of the running weft; `development` if its classes are not in a jar.
    public static String number() {
        return Optional.ofNullable(WeftVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// Returns the running build.
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
