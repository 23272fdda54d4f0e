package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ObjectKeyTest {
    @Test
    void isThePrefixThePlaceAndTheNameAsItStands() {
        assertThat(ObjectKey.of("weft/r/t/1/", 12, "../a b/ü"))
                .isEqualTo("weft/r/t/1/00000012-../a b/ü");
    }

    @Test
    void tellsTwoEntriesOfOneNameApart() {
        assertThat(ObjectKey.of("p/", 1, "a")).isNotEqualTo(ObjectKey.of("p/", 2, "a"));
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
