package dev.weft.store;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/// Uploads items with the asynchronous client: `S3AsyncClient` on Netty.
public final class NonBlockingUploads implements UploadClient.NonBlocking {
    private final S3AsyncClient client;
    private final Target target;
    private final FairnessContract contract;

    /// Builds the client, which connects on first use.
    public NonBlockingUploads(Target target, FairnessContract contract) {
        this.client = Clients.nonBlocking(target, contract);
        this.target = target;
        this.contract = contract;
    }

    @Override
    public Workload.NonBlocking below(String prefix) {
        PutRequests requests = new PutRequests(target.bucket(), prefix, contract.checksum());
        return (item, trace) -> {
            String key = requests.key(item);
            Optional<Outcome> refusal = PutRequests.refusal(key);
            if (refusal.isPresent()) {
                return CompletableFuture.completedFuture(refusal.get());
            }
            AsyncRequestBody body = body(item);
            trace.requestStarted();
            return client.putObject(requests.request(key, item, trace), body)
                    .handle(
                            (response, failure) ->
                                    failure == null
                                            ? requests.outcome(response)
                                            : FailureClassifier.outcome(failure));
        };
    }

    @Override
    public void close() {
        client.close();
    }

    private static AsyncRequestBody body(Item item) {
        return switch (item.content()) {
            case Content.InMemory(byte[] bytes) -> AsyncRequestBody.fromBytesUnsafe(bytes);
            case Content.Streamed streamed -> new StreamedBody(streamed, item.size());
        };
    }
}
