package dev.weft.store;

import dev.weft.plan.Credentials;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/// Reads facts from the AWS SDK: its version, configured region and credentials.
public final class Sdk {
    private Sdk() {}

    /// Version of the SDK.
    public static String version() {
        return VersionInfo.SDK_VERSION;
    }

    /// Region of a profile in the user's AWS configuration; empty if there is none.
    ///
    /// @param profile name of the profile; empty for the default one
    public static Optional<String> regionOfProfile(Optional<String> profile) {
        try {
            AwsProfileRegionProvider regions =
                    new AwsProfileRegionProvider(
                            null,
                            profile.orElse(
                                    ProfileFileSystemSetting.AWS_PROFILE.getStringValueOrThrow()));
            return Optional.ofNullable(regions.getRegion()).map(Region::id);
        } catch (SdkClientException e) {
            return Optional.empty();
        }
    }

    /// Whether credentials are given or the SDK finds some. The search may send requests to a
    /// server.
    public static boolean finds(Credentials credentials) {
        try {
            return !Clients.provider(credentials).resolveCredentials().accessKeyId().isEmpty();
        } catch (SdkException e) {
            return false;
        }
    }
}
