package dev.weft.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Converts percentages such as `2.5%` to fractions of 1.
final class PercentConverter implements ITypeConverter<Double> {
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d{1,4}(?:\\.\\d{1,6})?)%");

    @Override
    public Double convert(String value) {
        Matcher match = PERCENTAGE.matcher(value.strip());
        if (!match.matches()) {
            throw new TypeConversionException(
                    "'%s' is no percentage; write a number and %%, such as 5%%".formatted(value));
        }
        return Double.parseDouble(match.group(1)) / 100;
    }
}
