package dev.weft.cli;

import dev.weft.plan.VerifyLevel;
import java.util.Arrays;

/// Reads how closely the bucket is to be read back.
final class VerifyLevelConverter extends ChoiceConverter<VerifyLevel> {
    VerifyLevelConverter() {
        super(
                "'%s' is no way to verify; the ways are " + VerifyLevel.labels(),
                Arrays.stream(VerifyLevel.values()),
                VerifyLevel::label);
    }
}
