package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ObjectKeyTest {
    @Test
    void isThePrefixThePlaceAndTheName() {
        assertThat(ObjectKey.of("weft/r/t/1/", 12, "../a b/ü"))
                .isEqualTo("weft/r/t/1/00000012-../a b/ü");
    }

    @Test
    void tellsTwoEntriesOfOneNameApart() {
        assertThat(ObjectKey.of("p/", 1, "a")).isNotEqualTo(ObjectKey.of("p/", 2, "a"));
    }

    @ParameterizedTest
    @CsvSource({
        "/x, /x",
        "//x, /%2Fx",
        "a//b, a/%2Fb",
        "a///b, a/%2F%2Fb",
        "a//, a/%2F",
        "x/../y, x/%2E%2E/y",
        "x/./y, x/%2E/y",
        "/../x, /%2E%2E/x",
        "x/.., x/%2E%2E",
        "x/../../y, x/%2E%2E/%2E%2E/y",
        "x//../y, x/%2F%2E%2E/y",
        "../x, ../x",
        "., .",
        "x/..., x/...",
        "x/.hidden, x/.hidden",
        "x/..y/z, x/..y/z",
        "x/y./z, x/y./z",
        "%2F/%2E%2E/x, %2F/%2E%2E/x"
    })
    void hasNoSegmentThatIsEmptyOrOfDots(String name, String expected) {
        assertThat(ObjectKey.of("p/", 0, name)).isEqualTo("p/00000000-" + expected);
    }

    @Test
    void aLineBreakIsNoEndOfAName() {
        assertThat(ObjectKey.of("p/", 0, "x/..\n")).isEqualTo("p/00000000-x/..\n");
    }

    @ParameterizedTest
    @CsvSource({"a, 1024", "ü, 512", "€, 341", "\uD83D\uDE80, 256"})
    void isTooLongByItsBytes(String character, int longest) {
        assertThat(ObjectKey.isTooLong(character.repeat(longest))).isFalse();
        assertThat(ObjectKey.isTooLong(character.repeat(longest + 1))).isTrue();
    }

    @Test
    void sortsAsTheArchiveDoes() {
        assertThat(
                        List.of(
                                ObjectKey.of("p/", 9, "z"),
                                ObjectKey.of("p/", 10, "a"),
                                ObjectKey.of("p/", 99_999_999, "")))
                .isSorted();
    }

    @Test
    void isTheSameInEveryLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(ObjectKey.of("p/", 12, "a")).isEqualTo("p/00000012-a");
        } finally {
            Locale.setDefault(before);
        }
    }
}
