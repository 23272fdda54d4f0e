package dev.weft.testing;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The DevTools protocol of a browser over its web socket: commands out, answers and events in. For
/// one thread.
final class DevTools implements AutoCloseable {
    /// A machine that is busy with other tests needs its time.
    private static final long PATIENCE_SECONDS = 120;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
    private final Queue<Event> events = new ConcurrentLinkedQueue<>();
    private final AtomicInteger last = new AtomicInteger();
    private final WebSocket socket;

    /// Something that happened in the browser.
    ///
    /// @param session of the tab; empty for the browser as a whole
    record Event(String session, String method, JsonNode details) {}

    /// Connects to a browser.
    ///
    /// @param address address that the browser printed: `ws://...`
    DevTools(URI address) {
        socket = client.newWebSocketBuilder().buildAsync(address, new Ear()).join();
    }

    private final class Ear implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                hear(JSON.readTree(message.toString()));
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedStage(part);
        }
    }

    private void hear(JsonNode message) {
        if (!message.has("id")) {
            events.add(
                    new Event(
                            message.path("sessionId").asString(""),
                            message.get("method").asString(),
                            message.path("params")));
            return;
        }
        CompletableFuture<JsonNode> answer = asked.remove(message.get("id").asInt());
        if (answer == null) {
            return;
        }
        if (message.has("error")) {
            answer.completeExceptionally(new IllegalStateException(message.toString()));
        } else {
            answer.complete(message.get("result"));
        }
    }

    /// Sends a command, and waits for its answer.
    ///
    /// @param session of the tab; empty for the browser as a whole
    /// @throws IllegalStateException for an answer that is an error
    JsonNode ask(String session, String method, Map<String, ?> parameters) {
        int id = last.incrementAndGet();
        ObjectNode command = JSON.createObjectNode().put("id", id).put("method", method);
        command.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            command.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        asked.put(id, answer);
        socket.sendText(command.toString(), true).join();
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("no answer to " + command, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// What happened in a tab, or in the browser as a whole, in its order.
    List<Event> events(String session) {
        return events.stream().filter(event -> event.session().equals(session)).toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }
}
