package dev.weft.cli;

import dev.weft.plan.VerifyLevel;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads how closely the bucket is to be read back.
final class VerifyLevelConverter implements ITypeConverter<VerifyLevel> {
    @Override
    public VerifyLevel convert(String value) {
        return VerifyLevel.ofLabel(value.strip().toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is no way to verify; the ways are %s"
                                                .formatted(value, VerifyLevel.labels())));
    }
}
