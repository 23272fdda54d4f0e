package dev.weft.cli;

import dev.weft.plan.WarmupPolicy;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Converts `steady` or a number of uploads to a warm-up policy.
final class WarmupConverter implements ITypeConverter<WarmupPolicy> {
    @Override
    public WarmupPolicy convert(String text) {
        if (text.equalsIgnoreCase(WarmupPolicy.Steady.STANDARD.label())) {
            return WarmupPolicy.Steady.STANDARD;
        }
        try {
            return new WarmupPolicy.Fixed(Integer.parseInt(text));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "'%s' is no warm-up; write steady, or a number of uploads from 0 on"
                            .formatted(text));
        }
    }
}
