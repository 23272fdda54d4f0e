package dev.weft.cli;

import dev.weft.store.Sdk;
import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/// What runs: weft, the JDK, the SDK.
final class Version implements IVersionProvider {
    /// The version of weft; `development` where its classes do not come from its jar.
    static String weft() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("development");
    }

    /// The version of the JDK with its vendor.
    static String jdk() {
        return "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vendor"));
    }

    @Override
    public String[] getVersion() {
        return new String[] {"weft " + weft(), "JDK " + jdk(), "AWS SDK for Java " + Sdk.version()};
    }
}
