package dev.weft.cli;

import dev.weft.plan.VerifyLevel;
import java.util.Arrays;

/// Converts the name of a verification level.
final class VerifyLevelConverter extends ChoiceConverter<VerifyLevel> {
    VerifyLevelConverter() {
        super(
                "'%s' is no way to verify; the ways are " + VerifyLevel.labels(),
                Arrays.stream(VerifyLevel.values()),
                VerifyLevel::label);
    }
}
