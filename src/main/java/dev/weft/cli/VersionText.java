package dev.weft.cli;

import dev.weft.machine.Libraries;
import dev.weft.machine.WeftVersion;
import dev.weft.store.Sdk;
import picocli.CommandLine.IVersionProvider;

/// Versions of weft, the JDK, and the libraries that send requests.
final class VersionText implements IVersionProvider {
    private static final String UNKNOWN = "of unknown version";

    /// Returns the version and the vendor of the JDK.
    static String jdk() {
        return "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"));
    }

    @Override
    public String[] getVersion() {
        Libraries libraries = Libraries.onTheClassPath();
        return new String[] {
            "weft "
                    + WeftVersion.number()
                    + " ("
                    + commit(WeftVersion.own(WeftVersion.number()))
                    + ")",
            "JDK " + jdk() + " in " + System.getProperty("java.home"),
            "AWS SDK for Java " + Sdk.version(),
            "Netty " + libraries.netty().orElse(UNKNOWN),
            "Apache HttpClient " + libraries.httpClient().orElse(UNKNOWN),
            "S3Proxy " + libraries.s3proxy().orElse(UNKNOWN)
        };
    }

    private static String commit(WeftVersion build) {
        return "commit "
                + build.commit()
                + (build.modified().orElse(false) ? ", and changes since" : "");
    }
}
