package dev.weft.cli;

import dev.weft.archive.FileContent;
import java.util.Arrays;

/// Reads what the files of a zip are to hold.
final class ContentConverter extends ChoiceConverter<FileContent> {
    ContentConverter() {
        super(
                "'%s' is no content; a file holds random or text",
                Arrays.stream(FileContent.values()), FileContent::label);
    }
}
