package dev.weft.cli;

import dev.weft.archive.FileContent;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads what the files of a zip are to hold.
final class ContentConverter implements ITypeConverter<FileContent> {
    @Override
    public FileContent convert(String value) {
        return FileContent.ofLabel(value.toLowerCase(Locale.ROOT))
                .orElseThrow(
                        () ->
                                new TypeConversionException(
                                        "'%s' is no content; a file holds random or text"
                                                .formatted(value)));
    }
}
