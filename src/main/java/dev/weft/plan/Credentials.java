package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// Where the keys for signing requests come from. Never prints a secret.
public sealed interface Credentials {
    /// Given keys.
    ///
    /// @param sessionToken of temporary credentials
    record Static(String accessKeyId, String secretAccessKey, Optional<String> sessionToken)
            implements Credentials {
        public Static {
            Objects.requireNonNull(accessKeyId);
            Objects.requireNonNull(secretAccessKey);
            Objects.requireNonNull(sessionToken);
        }

        @Override
        public String toString() {
            return "Static[hidden]";
        }
    }

    /// Whatever the SDK's default chain finds: environment, profiles, SSO, web identity, container,
    /// instance.
    ///
    /// @param profile the profile to use instead of the default one
    record Chain(Optional<String> profile) implements Credentials {
        public Chain {
            Objects.requireNonNull(profile);
        }
    }
}
