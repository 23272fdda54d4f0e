package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;

class LostConnectionTest {
    static Stream<Throwable> lost() {
        return Stream.of(
                new SocketException("Connection reset"),
                new ClosedChannelException(),
                new NoHttpResponseException("127.0.0.1:9000 failed to respond"),
                new ConnectionClosedException(),
                new IOException("Connection reset by peer"),
                new IOException("The connection was closed during the request."));
    }

    @ParameterizedTest
    @MethodSource("lost")
    void hasOneNameForAllClients(Throwable fault) {
        assertThat(FailureClassifier.code(SdkClientException.create("Unable to execute", fault)))
                .isEqualTo("ConnectionLost");
    }

    @Test
    void isAnotherThingThanOneThatWasNeverMade() {
        assertThat(FailureClassifier.code(new ConnectException("Connection refused")))
                .isEqualTo("ConnectFailed");
        assertThat(FailureClassifier.code(new NoRouteToHostException())).isEqualTo("ConnectFailed");
        assertThat(FailureClassifier.code(new UnknownHostException("nowhere")))
                .isEqualTo("UnknownHost");
        assertThat(FailureClassifier.code(new IOException("disk"))).isEqualTo("IO");
    }
}
