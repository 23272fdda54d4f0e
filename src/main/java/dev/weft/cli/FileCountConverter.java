package dev.weft.cli;

import dev.weft.session.FileCount;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Parses `500` and `20xC`.
final class FileCountConverter implements ITypeConverter<FileCount> {
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
