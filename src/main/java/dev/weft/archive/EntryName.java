package dev.weft.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// The name of an entry, decoded and unchanged.
///
/// @param text may contain `..`, leading slashes, backslashes and control characters
record EntryName(String text) {
    /// Charset of names that are invalid UTF-8. It has a character for every byte.
    private static final Charset FALLBACK = Charset.forName("IBM437");

    private static final int SHOWN_CHARACTERS = 120;

    /// Decodes a name, as UTF-8 if it is valid UTF-8. The UTF-8 flag of the entry is ignored,
    /// because most programs that write zips leave it unset.
    static EntryName of(byte[] bytes) {
        try {
            return new EntryName(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return new EntryName(new String(bytes, FALLBACK));
        }
    }

    /// Returns whether the entry is a directory, which has no content.
    boolean isDirectory() {
        return text.endsWith("/");
    }

    /// Returns the name for a message: shortened, with control characters escaped.
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

    /// Returns whether a character controls the terminal, or reorders or hides text around it.
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
