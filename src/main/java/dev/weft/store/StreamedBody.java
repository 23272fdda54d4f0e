package dev.weft.store;

import dev.weft.archive.Content;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;
import software.amazon.awssdk.core.async.AsyncRequestBody;

/// A body that is unzipped piece by piece as the connection asks for it, in the thread that asks.
///
/// No thread waits for an upload this way; the price is that an event loop unzips, a piece at a
/// time.
record StreamedBody(Content.Streamed content, long size) implements AsyncRequestBody {
    private static final int PIECE_BYTES = 64 * 1024;

    @Override
    public Optional<Long> contentLength() {
        return Optional.of(size);
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        try {
            subscriber.onSubscribe(new Pieces(subscriber, content.open()));
        } catch (IOException e) {
            subscriber.onSubscribe(new Nothing());
            subscriber.onError(e);
        }
    }

    /// A subscription to a stream that could not be opened.
    private static final class Nothing implements Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /// Sends one piece for each that was asked for. Calls of [#request] from within `onNext` only
    /// add to what is owed.
    private static final class Pieces implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final InputStream stream;
        private final AtomicLong owed = new AtomicLong();
        private volatile boolean ended;

        Pieces(Subscriber<? super ByteBuffer> subscriber, InputStream stream) {
            this.subscriber = subscriber;
            this.stream = stream;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                fail(new IllegalArgumentException("asked for " + count + " pieces"));
                return;
            }
            if (owed.getAndAccumulate(count, Pieces::sum) > 0) {
                return;
            }
            do {
                send();
            } while (!ended && owed.decrementAndGet() > 0);
        }

        /// Whoever asks for [Long#MAX_VALUE] asks for all there is.
        private static long sum(long owed, long count) {
            return count > Long.MAX_VALUE - owed ? Long.MAX_VALUE : owed + count;
        }

        private void send() {
            if (ended) {
                return;
            }
            try {
                byte[] piece = stream.readNBytes(PIECE_BYTES);
                if (piece.length > 0) {
                    subscriber.onNext(ByteBuffer.wrap(piece));
                } else {
                    end();
                    subscriber.onComplete();
                }
            } catch (IOException e) {
                fail(e);
            }
        }

        private void fail(Throwable cause) {
            if (!ended) {
                end();
                subscriber.onError(cause);
            }
        }

        @Override
        public void cancel() {
            end();
        }

        private void end() {
            ended = true;
            try {
                stream.close();
            } catch (IOException e) {
                // Nothing is read from it any more, so nothing is lost.
            }
        }
    }
}
