package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.workload.ResourceExhaustion;
import java.io.IOException;
import java.net.BindException;
import java.net.SocketException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class ExhaustionTest {
    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new SocketException("Too many open files"), "TooManyOpenFiles"),
                Arguments.of(new BindException("Cannot assign requested address"), "NoFreePort"),
                Arguments.of(
                        new OutOfMemoryError(
                                "unable to create native thread: possibly out of memory"),
                        "NoMoreThreads"),
                Arguments.of(new OutOfMemoryError("Java heap space"), "OutOfMemory"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void isToldFromTheWordsOfTheSystemAndNamesARemedy(Throwable fault, String code) {
        Throwable asTheSdkThrowsIt = SdkClientException.create("Unable to execute", fault);
        assertThat(FailureClassifier.code(asTheSdkThrowsIt)).isEqualTo(code);
        assertThat(FailureClassifier.message(asTheSdkThrowsIt)).contains("lower --concurrency");
    }

    @Test
    void isNotSeenInOtherFaults() {
        assertThat(ResourceExhaustion.of(new IOException("Connection reset"))).isEmpty();
        assertThat(ResourceExhaustion.of(new IOException())).isEmpty();
    }
}
