package dev.weft.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// How many files a zip that weft makes is to have: a number, or a number for each upload that is
/// open at once.
///
/// @param number of files, or of files for each upload open at once
/// @param timesConcurrency whether it is the latter
record FileCount(int number, boolean timesConcurrency) {
    /// The number of files at a concurrency.
    int at(int concurrency) {
        return timesConcurrency ? Math.multiplyExact(number, concurrency) : number;
    }

    /// Reads `500` and `20xC`.
    static final class Converter implements ITypeConverter<FileCount> {
        private static final Pattern FORM = Pattern.compile("(-?\\d{1,9})(x[cC])?");

        @Override
        public FileCount convert(String value) {
            Matcher match = FORM.matcher(value.strip());
            if (!match.matches()) {
                throw new TypeConversionException(
                        "'%s' is no number of files; write 500, or 20xC for 20 files for each upload open at once"
                                .formatted(value));
            }
            return new FileCount(Integer.parseInt(match.group(1)), match.group(2) != null);
        }
    }
}
