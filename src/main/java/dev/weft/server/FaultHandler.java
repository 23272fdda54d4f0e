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

/// Injects the faults of connections: resets and stalls. Binds the current upload for the stores
/// behind it.
final class FaultHandler extends Handler.Wrapper {
    private final FaultSelector play;
    private final ScopedValue<ArrivedUpload> current;

    /// Creates a handler in front of all others.
    ///
    /// @param current bound to the upload during its request
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

    /// Reads the body and never completes the callback, so no thread waits. Ends with the
    /// connection.
    private static void stall(Request request, Callback callback) {
        request.addFailureListener(
                failure -> {
                    breakOff(request);
                    callback.failed(failure);
                });
        Content.Source.consumeAll(request, Callback.NOOP);
    }

    /// Closes without a TCP shutdown, so that the client sees a reset.
    private static void breakOff(Request request) {
        EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
        if (endPoint.getTransport() instanceof NetworkChannel channel) {
            try {
                channel.setOption(StandardSocketOptions.SO_LINGER, 0);
            } catch (IOException e) {
                // The client has already closed it.
            }
        }
        endPoint.close();
    }

    /// Resets the connection instead of a success answer.
    private static final class Resetting extends Response.Wrapper {
        Resetting(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            // A success answer has no explicit status.
            if (getStatus() != 0 && !HttpStatus.isSuccess(getStatus())) {
                super.write(last, content, callback);
                return;
            }
            breakOff(getRequest());
            callback.failed(new ClosedChannelException());
        }
    }
}
