package dev.weft.plan;

import java.util.Objects;
import java.util.Optional;

/// Source of the credentials that sign requests. Never prints a secret.
public sealed interface Credentials {
    /// Given credentials.
    ///
    /// @param sessionToken session token of temporary credentials
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

    /// Credentials of the SDK's default chain: environment, profiles, SSO, web identity, container,
    /// instance.
    ///
    /// @param profile profile to use instead of the default one
    record Chain(Optional<String> profile) implements Credentials {
        public Chain {
            Objects.requireNonNull(profile);
        }
    }
}
