package dev.weft.record;

import java.util.HexFormat;

/// Text that fits on one line of UTF-8: a control character or half a surrogate pair is written as
/// backslash, `u` and four hexadecimal digits; a backslash as two.
final class TextEscape {
    private static final char BACKSLASH = '\\';
    private static final int DIGITS = 4;

    private TextEscape() {}

    /// The text on one line.
    static String hide(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isHidden(text, i)) {
                return hideFrom(text, i);
            }
        }
        return text;
    }

    /// The text as it was.
    ///
    /// @throws MalformedRowException when it was not written by [#hide]
    static String reveal(String hidden) {
        if (hidden.indexOf(BACKSLASH) < 0) {
            return hidden;
        }
        StringBuilder text = new StringBuilder(hidden.length());
        int i = 0;
        while (i < hidden.length()) {
            if (hidden.charAt(i) != BACKSLASH) {
                text.append(hidden.charAt(i++));
            } else if (hidden.startsWith("\\\\", i)) {
                text.append(BACKSLASH);
                i += 2;
            } else {
                text.append(unicode(hidden, i));
                i += 2 + DIGITS;
            }
        }
        return text.toString();
    }

    private static String hideFrom(String text, int start) {
        StringBuilder hidden = new StringBuilder(2 * text.length()).append(text, 0, start);
        for (int i = start; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == BACKSLASH) {
                hidden.append("\\\\");
            } else if (isHidden(text, i)) {
                hidden.append("\\u%04x".formatted((int) character));
            } else {
                hidden.append(character);
            }
        }
        return hidden.toString();
    }

    private static boolean isHidden(String text, int i) {
        char character = text.charAt(i);
        if (Character.isHighSurrogate(character)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(character)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return character == BACKSLASH || Character.isISOControl(character);
    }

    private static char unicode(String hidden, int i) {
        int end = i + 2 + DIGITS;
        if (end > hidden.length() || hidden.charAt(i + 1) != 'u') {
            throw new MalformedRowException("a backslash stands alone", null);
        }
        try {
            return (char) HexFormat.fromHexDigits(hidden, i + 2, end);
        } catch (NumberFormatException e) {
            throw new MalformedRowException("an escape has no four hexadecimal digits", e);
        }
    }
}
