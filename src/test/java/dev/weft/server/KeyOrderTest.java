package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.UnsignedBytes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KeyOrderTest {
    private static final List<String> KEYS =
            List.of(
                    "",
                    "\u0000",
                    "a",
                    "a\u0000",
                    "aa",
                    "b",
                    "\u00FF",
                    "\uD7FF",
                    "\uE000",
                    "\uFFFF",
                    "\uFFFFa",
                    "\uD800\uDC00",
                    "\uD800\uDC00a",
                    "\uD83D\uDE80",
                    "\uDBFF\uDFFF");

    @Test
    void isTheOrderOfTheUtf8Bytes() {
        for (String left : KEYS) {
            for (String right : KEYS) {
                int expected =
                        UnsignedBytes.lexicographicalComparator().compare(utf8(left), utf8(right));
                assertThat(Integer.signum(KeyOrder.compare(left, right)))
                        .as("%s against %s", left, right)
                        .isEqualTo(Integer.signum(expected));
            }
        }
    }

    @Test
    void findsTheBoundAboveAPrefix() {
        assertThat(KeyOrder.afterAllWith("a/")).contains("a0");
        assertThat(KeyOrder.afterAllWith("\uD7FF")).contains("\uE000");
        assertThat(KeyOrder.afterAllWith("\uFFFF")).contains("\uD800\uDC00");
        assertThat(KeyOrder.afterAllWith("a\uDBFF\uDFFF")).contains("b");
    }

    @Test
    void findsNoBoundAboveTheHighestPrefix() {
        assertThat(KeyOrder.afterAllWith("\uDBFF\uDFFF")).isEmpty();
        assertThat(KeyOrder.afterAllWith("")).isEmpty();
    }

    private static byte[] utf8(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
