package dev.weft.testing;

import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/// Something that some tests need and some machines lack.
///
/// @param name name of it
/// @param variable environment variable that makes it optional or required
/// @param remedy what to do if it is missing
record Requirement(String name, String variable, String remedy) {
    /// Whether it is required: by its variable, otherwise in CI.
    boolean isBinding(Map<String, String> environment) {
        return Boolean.parseBoolean(
                environment.getOrDefault(variable, environment.getOrDefault("CI", "false")));
    }

    /// What a test that needs it throws where it is missing: it is skipped and the reason printed;
    /// it fails instead where the requirement is binding.
    RuntimeException missing(String reason) {
        String message = "%s is not available: %s".formatted(name, reason);
        if (isBinding(System.getenv())) {
            return new IllegalStateException(
                    "%s, and %s=true or CI=true asks for it; %s"
                            .formatted(message, variable, remedy));
        }
        System.out.println("SKIPPED: " + message);
        return Assumptions.abort(message);
    }
}
