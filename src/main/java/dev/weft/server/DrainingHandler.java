package dev.weft.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.gaul.shaded.org.eclipse.jetty.io.Content;
import org.gaul.shaded.org.eclipse.jetty.server.Handler;
import org.gaul.shaded.org.eclipse.jetty.server.Request;
import org.gaul.shaded.org.eclipse.jetty.server.Response;
import org.gaul.shaded.org.eclipse.jetty.util.Callback;

/// Answers after the whole request has been read. A client that is still writing would otherwise
/// see a broken connection instead of the answer.
final class DrainingHandler extends Handler.Wrapper {
    DrainingHandler(Handler inner) {
        super(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, new Draining(request, response), callback);
    }

    private static final class Draining extends Response.Wrapper {
        private boolean drained;

        Draining(Request request, Response response) {
            super(request, response);
        }

        @Override
        public void write(boolean last, ByteBuffer content, Callback callback) {
            if (!drained) {
                drained = true;
                try {
                    Content.Source.consumeAll(getRequest());
                } catch (IOException e) {
                    callback.failed(e);
                    return;
                }
            }
            super.write(last, content, callback);
        }
    }
}
