package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "512, 512",
        "512B, 512",
        "100KiB, 102400",
        "100kib, 102400",
        "100 KiB, 102400",
        "' 1MiB ', 1048576",
        "2GiB, 2147483648",
        "1TiB, 1099511627776",
        "3KB, 3000",
        "3kB, 3000",
        "10MB, 10000000",
        "5GB, 5000000000",
        "1TB, 1000000000000",
        "9223372036854775807, 9223372036854775807"
    })
    void readsWhatPeopleWrite(String text, long bytes) {
        assertThat(ByteSize.parse(text)).isEqualTo(new ByteSize(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "KiB", "-1", "+1", "1.5MiB", "1,000", "100K", "1e3", "1KiB2", "١KB"
            })
    void saysWhatIsAllowed(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is not a size; write a whole number of bytes, or one with KiB, MiB, GiB, TiB (powers of 1024) or KB, MB, GB, TB (powers of 1000), such as 100KiB",
                        text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "8388608TiB", "99999999999999999999KB"})
    void saysWhatTheMostIs(String text) {
        assertThatThrownBy(() -> ByteSize.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "'%s' is more bytes than can be counted; the most is 9223372036854775807",
                        text);
    }

    @Test
    void isNotNegative() {
        assertThatThrownBy(() -> new ByteSize(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a size of -1 bytes must not be negative");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "512, 512",
        "1000, 1KB",
        "1024, 1KiB",
        "1025, 1025",
        "1536, 1536",
        "10240, 10KiB",
        "102400, 100KiB",
        "1048576, 1MiB",
        "1572864, 1536KiB",
        "10000000, 10MB",
        "1500, 1500",
        "1024000, 1024KB",
        "2147483648, 2GiB",
        "1099511627776, 1TiB",
        "9223372036854775807, 9223372036854775807"
    })
    void isShownInTheShortestFormThatIsExact(long bytes, String text) {
        assertThat(new ByteSize(bytes)).hasToString(text);
    }

    @Test
    void readsBackWhatItShows() {
        SplittableRandom random = new SplittableRandom(1);
        long[] units = {1, 1_000, 1_024, 1_000_000, 1 << 20, 1 << 30};
        for (int round = 0; round < 10_000; round++) {
            ByteSize size =
                    new ByteSize(random.nextLong(1 << 20) * units[random.nextInt(units.length)]);
            assertThat(ByteSize.parse(size.toString())).isEqualTo(size);
        }
    }
}
