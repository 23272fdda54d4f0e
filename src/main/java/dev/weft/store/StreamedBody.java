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

/// A request body that is unzipped piece by piece on demand, in the requesting thread.
///
/// No thread blocks per upload. In return, the event loops unzip, one piece at a time.
record StreamedBody(Content.Streamed content, long size) implements AsyncRequestBody {
    private static final int PIECE_BYTES = 64 * 1024;

    @Override
    public Optional<Long> contentLength() {
        return Optional.of(size);
    }

    @Override
    public void subscribe(Subscriber<? super ByteBuffer> subscriber) {
        try {
            subscriber.onSubscribe(new PieceSubscription(subscriber, content.open()));
        } catch (IOException e) {
            subscriber.onSubscribe(new EmptySubscription());
            subscriber.onError(e);
        }
    }

    /// The subscription of a stream that could not be opened.
    private static final class EmptySubscription implements Subscription {
        @Override
        public void request(long count) {}

        @Override
        public void cancel() {}
    }

    /// Sends one piece per requested element. Calls of [#request] from within `onNext` only
    /// increase the demand.
    private static final class PieceSubscription implements Subscription {
        private final Subscriber<? super ByteBuffer> subscriber;
        private final InputStream stream;
        private final AtomicLong demand = new AtomicLong();
        private volatile boolean ended;

        PieceSubscription(Subscriber<? super ByteBuffer> subscriber, InputStream stream) {
            this.subscriber = subscriber;
            this.stream = stream;
        }

        @Override
        public void request(long count) {
            if (count <= 0) {
                fail(new IllegalArgumentException("asked for " + count + " pieces"));
                return;
            }
            if (demand.getAndAccumulate(count, PieceSubscription::sum) > 0) {
                return;
            }
            do {
                send();
            } while (!ended && demand.decrementAndGet() > 0);
        }

        /// [Long#MAX_VALUE] means unlimited demand.
        private static long sum(long demand, long count) {
            return count > Long.MAX_VALUE - demand ? Long.MAX_VALUE : demand + count;
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
                // The stream is no longer read, so no data is lost.
            }
        }
    }
}
