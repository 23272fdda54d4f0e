package dev.weft.store;

import dev.weft.plan.Credentials;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.util.VersionInfo;
import software.amazon.awssdk.profiles.ProfileFileSystemSetting;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.AwsProfileRegionProvider;

/// The SDK itself.
public final class Sdk {
    private Sdk() {}

    /// Its version.
    public static String version() {
        return VersionInfo.SDK_VERSION;
    }

    /// The region that a profile of the user's configuration names.
    ///
    /// @param profile the default one where it is empty
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

    /// Whether there are credentials: keys that were given, or some that the SDK finds. It may have
    /// to ask a server for them.
    public static boolean finds(Credentials credentials) {
        try {
            return !Clients.provider(credentials).resolveCredentials().accessKeyId().isEmpty();
        } catch (SdkException e) {
            return false;
        }
    }
}
