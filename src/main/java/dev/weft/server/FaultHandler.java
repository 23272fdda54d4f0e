package dev.weft.server;

import dev.weft.plan.Fault;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NetworkChannel;
import java.util.Optional;
import org.gaul.shaded.org.eclipse.jetty.http.HttpStatus;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.io.EndPoint;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Plays the faults of connections, resets and stalls, and tells the stores behind it which upload
/// they serve.
final class FaultHandler extends Handler.Wrapper {
    private final FaultSelector play;
    private final ScopedValue<ArrivedUpload> current;

    /// A handler in front of all others.
    ///
    /// @param current is bound to the upload while it is served
    FaultHandler(Handler inner, FaultSelector play, ScopedValue<ArrivedUpload> current) {
        super(inner);
        this.play = play;
        this.current = current;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<ArrivedUpload> arrival = ArrivedUpload.of(request);
        if (arrival.isEmpty()) {
            return super.handle(request, response, callback);
        }
        Optional<Fault.OfItems> fault = play.met(arrival.get());
        if (fault.isPresent() && fault.get() instanceof Fault.Simple(Fault.Kind kind, _)) {
            switch (kind) {
                case RESET_BEFORE -> {
                    breakOff(request);
                    callback.failed(new ClosedChannelException());
                    return true;
                }
                case STALL -> {
                    stall(request, callback);
                    return true;
                }
                case RESET_AFTER -> {
                    return serve(
                            arrival.get(), request, new Resetting(request, response), callback);
                }
                case ERROR, DENIED, WRONG_ETAG -> {}
            }
        }
        return serve(arrival.get(), request, response, callback);
    }

    private boolean serve(
            ArrivedUpload arrival, Request request, Response response, Callback callback)
            throws Exception {
        return ScopedValue.where(current, arrival)
                .call(() -> super.handle(request, response, callback));
    }

    /// Takes the body and leaves the callback alone: no thread waits. Ends with the connection.
    private static void stall(Request request, Callback callback) {
        request.addFailureListener(
                failure -> {
                    breakOff(request);
                    callback.failed(failure);
                });
        Content.Source.consumeAll(request, Callback.NOOP);
    }

    /// Without a goodbye: the client sees a reset, not an end.
    private static void breakOff(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint.getTransport() instanceof NetworkChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // The client was faster.
            }
        }
        endPoint.close();
    }

    /// Resets the connection instead of saying that all went well.
    private static final class Resetting extends Response.Wrapper {
        Resetting(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            // Nobody sets the status of what went well.
            if (getStatus() != 0 && !HttpStatus.isSuccess(getStatus())) {
                super.write(last, content, callback);
                return;
            }
            breakOff(getRequest());
            callback.failed(new ClosedChannelException());
        }
    }
}
