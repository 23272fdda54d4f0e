package dev.weft.server;

import java.util.Optional;

/// Order of keys in S3 listings: by the bytes of their UTF-8 form, which is the order of code
/// points.
final class KeyOrder {
    private KeyOrder() {}

    static int compare(String left, String right) {
        int common = Math.min(left.length(), right.length());
        for (int index = 0; index < common; index++) {
            char a = left.charAt(index);
            char b = right.charAt(index);
            if (a != b) {
                // A surrogate stands for a code point above all other chars.
                boolean aAbove = Character.isSurrogate(a);
                boolean bAbove = Character.isSurrogate(b);
                return aAbove == bAbove ? Character.compare(a, b) : aAbove ? 1 : -1;
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    /// Returns the smallest string above all strings with a prefix; empty if there is none.
    static Optional<String> afterAllWith(String prefix) {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            int start = end - Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? 0xE000 : last + 1;
                return Optional.of(prefix.substring(0, start) + Character.toString(next));
            }
            end = start;
        }
        return Optional.empty();
    }
}
