package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.model.S3Exception;

final class ByteSpanTest {
    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-9, 0, 10",
        "bytes=2-5, 2, 4",
        "bytes=9-, 9, 1",
        "bytes=0-99, 0, 10",
        "bytes=0-9223372036854775807, 0, 10",
        "bytes=-3, 7, 3",
        "bytes=-99, 0, 10"
    })
    void namesBytesOfTen(String range, long from, long count) {
        assertThat(ByteSpan.of(range, 10)).isEqualTo(new ByteSpan(from, count));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-12", "bytes=-0", "bytes=0-1,3-4", "lines=0-1"})
    void refusesWhatNamesNoByteOfTen(String range) {
        assertThatExceptionOfType(S3Exception.class)
                .isThrownBy(() -> ByteSpan.of(range, 10))
                .satisfies(e -> assertThat(e.statusCode()).isEqualTo(416));
    }

    @Test
    void refusesEveryRangeOfAnEmptyObject() {
        assertThatExceptionOfType(S3Exception.class).isThrownBy(() -> ByteSpan.of("bytes=0-", 0));
    }

    @Test
    void saysWhichBytesOfHowMany() {
        assertThat(new ByteSpan(2, 4).contentRange(10)).isEqualTo("bytes 2-5/10");
    }
}
