package dev.weft.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads times such as `20ms`, `1.5s`, `250us` and `2m`.
final class DurationConverter implements ITypeConverter<Duration> {
    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)(us|ms|s|m|h|d)");

    @Override
    public Duration convert(String value) {
        Matcher match = FORM.matcher(value.strip());
        if (!match.matches()) {
            throw new TypeConversionException(
                    "'%s' is no time; write a number and its unit, us, ms, s, m, h or d, such as 20ms"
                            .formatted(value));
        }
        double nanos =
                Double.parseDouble(match.group(1))
                        * switch (match.group(2)) {
                            case "us" -> 1e3;
                            case "ms" -> 1e6;
                            case "s" -> 1e9;
                            case "m" -> 60e9;
                            case "h" -> 3600e9;
                            default -> 86_400e9;
                        };
        return Duration.ofNanos(Math.round(nanos));
    }
}
