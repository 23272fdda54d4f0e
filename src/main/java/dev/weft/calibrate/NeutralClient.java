package dev.weft.calibrate;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.store.PresignedPuts;
import dev.weft.store.SignedPut;
import dev.weft.store.StoreException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;

/// Uploads through the JDK's `HttpURLConnection` to presigned URLs, over persistent connections. It
/// is independent of Netty, Apache and the SDK, and adds little overhead to a socket.
///
/// The system property `http.maxConnections` at JVM start limits the idle connections that are kept
/// (default 5). Thread-safe.
final class NeutralClient implements ProbeClient, AutoCloseable {
    private final PresignedPuts puts;
    private final FairnessContract contract;

    NeutralClient(Target target, FairnessContract contract) {
        this.puts = new PresignedPuts(target, contract.checksum());
        this.contract = contract;
    }

    @Override
    public Ready prepare(String key, Item item) throws CalibrationException {
        try {
            SignedPut put = puts.sign(key, item.crc32());
            HttpURLConnection connection =
                    (HttpURLConnection) put.url().toURL().openConnection(put.proxy());
            if (connection instanceof HttpsURLConnection secure) {
                puts.sockets().ifPresent(secure::setSSLSocketFactory);
            }
            connection.setRequestMethod("PUT");
            connection.setDoOutput(true);
            connection.setInstanceFollowRedirects(false);
            connection.setFixedLengthStreamingMode(item.size());
            connection.setConnectTimeout(millis(contract.connectTimeout()));
            connection.setReadTimeout(millis(contract.attemptTimeout()));
            put.headers().forEach(connection::setRequestProperty);
            // Reuses an idle connection if possible. Sends no request yet.
            connection.connect();
            return () -> send(connection, item);
        } catch (StoreException e) {
            throw new CalibrationException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw uploadFailure(e);
        }
    }

    private static int millis(Duration time) {
        return Math.clamp(time.toMillis(), 1, Integer.MAX_VALUE);
    }

    private void send(HttpURLConnection connection, Item item) throws CalibrationException {
        try {
            try (OutputStream body = connection.getOutputStream()) {
                write(item, body);
            }
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new CalibrationException(
                        Refusal.read(status, connection.getErrorStream()).sentence(puts.where()));
            }
            // Reads to the end, so that the connection is kept.
            try (InputStream answer = connection.getInputStream()) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        } catch (IOException e) {
            throw uploadFailure(e);
        }
    }

    private static void write(Item item, OutputStream body) throws IOException {
        switch (item.content()) {
            case Content.InMemory(byte[] bytes) -> body.write(bytes);
            case Content.Streamed streamed -> {
                try (InputStream stream = streamed.open()) {
                    stream.transferTo(body);
                }
            }
        }
    }

    private CalibrationException uploadFailure(IOException e) {
        return new CalibrationException(
                "an upload to %s broke off (%s); check --endpoint and that the server is running"
                        .formatted(puts.where(), e),
                e);
    }

    @Override
    public void close() {
        puts.close();
    }
}
