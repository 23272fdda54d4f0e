package dev.weft.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The name of an entry.
///
/// @param text as it stands in the archive: with `..`, leading slashes, backslashes and control
///   characters, whatever there is
record EntryName(String text) {
    /// What a name is written in where it is not UTF-8; it has a character for every byte.
    private static final Charset FALLBACK = Charset.forName("IBM437");

    private static final int SHOWN_CHARACTERS = 120;

    /// The name in those bytes. It is taken as UTF-8 where it is valid UTF-8, also without the flag
    /// that says so, because most programs that write zips do not set it.
    static EntryName of(byte[] bytes) {
        try {
            return new EntryName(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return new EntryName(new String(bytes, FALLBACK));
        }
    }

    /// Whether it is a directory, and so nothing to unzip.
    boolean isDirectory() {
        return text.endsWith("/");
    }

    /// The name for a message: shortened, and with nothing in it that a terminal would act on.
    String printable() {
        StringBuilder shown = new StringBuilder();
        text.codePoints()
                .limit(SHOWN_CHARACTERS)
                .forEach(
                        character -> {
                            if (isInvisible(character)) {
                                shown.append("\\u%04x".formatted(character));
                            } else {
                                shown.appendCodePoint(character);
                            }
                        });
        if (text.codePointCount(0, text.length()) > SHOWN_CHARACTERS) {
            shown.append("...");
        }
        return shown.toString();
    }

    /// Controls, and what turns or hides the text around it.
    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                    true;
            default -> false;
        };
    }
}
