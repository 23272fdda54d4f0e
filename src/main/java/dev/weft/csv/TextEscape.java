package dev.weft.csv;

import java.util.HexFormat;

/// Escapes text so that it fits on one line of UTF-8. A control character or an unpaired surrogate
/// becomes a backslash, `u` and four hexadecimal digits; a backslash becomes two.
final class TextEscape {
    private static final char BACKSLASH = '\\';
    private static final int DIGITS = 4;

    private TextEscape() {}

    /// Escapes a text.
    static String hide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustBeEscaped(text, i)) {
                return escapeFrom(text, i);
            }
        }
        return text;
    }

    /// Returns the original text.
    ///
    /// @throws MalformedRowException if [#hide] did not write the text
    static String reveal(String escaped) {
        if (escaped.indexOf(BACKSLASH) < 0) {
            return escaped;
        }
        StringBuilder text = new StringBuilder(escaped.length());
        int i = 0;
        while (i < escaped.length()) {
            if (escaped.charAt(i) != BACKSLASH) {
                text.append(escaped.charAt(i++));
            } else if (escaped.startsWith("\\\\", i)) {
                text.append(BACKSLASH);
                i += 2;
            } else {
                text.append(unicode(escaped, i));
                i += 2 + DIGITS;
            }
        }
        return text.toString();
    }

    private static String escapeFrom(String text, int start) {
        StringBuilder escaped = new StringBuilder(2 * text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == BACKSLASH) {
                escaped.append("\\\\");
            } else if (mustBeEscaped(text, i)) {
                escaped.append("\\u%04x".formatted((int) character));
            } else {
                escaped.append(character);
            }
        }
        return escaped.toString();
    }

    private static boolean mustBeEscaped(String text, int i) {
        char character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return character == BACKSLASH || Character.isISOControl(character);
    }

    private static char unicode(String escaped, int i) {
        int end = i + 2 + DIGITS;
        if (end > escaped.length() || escaped.charAt(i + 1) != 'u') {
            throw new MalformedRowException("a backslash stands alone", null);
        }
        try {
            return (char) HexFormat.fromHexDigits(escaped, i + 2, end);
        } catch (NumberFormatException e) {
            throw new MalformedRowException("an escape has no four hexadecimal digits", e);
        }
    }
}
