package dev.weft.cli;

import dev.weft.machine.Libraries;
import dev.weft.machine.WeftVersion;
import dev.weft.store.Sdk;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What runs: weft, the JDK, and the libraries that carry requests.
final class VersionText implements IVersionProvider {
    private static final String UNKNOWN = "of unknown version";

    /// The version of weft; `development` where its classes do not come from its jar.
    static String weft() {
        return Optional.ofNullable(VersionText.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// The version of the JDK with its vendor.
    static String jdk() {
        return "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"));
    }

    @Override
    public String[] getVersion() {
        Libraries libraries = Libraries.onTheClassPath();
        return new String[] {
            "weft " + weft() + " (" + commit(WeftVersion.own(weft())) + ")",
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
