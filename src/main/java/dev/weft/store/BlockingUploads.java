package dev.weft.store;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.plan.FairnessContract;
import dev.weft.plan.Target;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.services.s3.S3Client;

/// Uploads items with the blocking client: `S3Client` on Apache 5.
public final class BlockingUploads implements UploadClient.Blocking {
    private static final String MEDIA_TYPE = "application/octet-stream";

    private final S3Client client;
    private final Target target;
    private final FairnessContract contract;

    /// Builds the client, which connects on first use.
    public BlockingUploads(Target target, FairnessContract contract) {
        this.client = Clients.blocking(target, contract);
        this.target = target;
        this.contract = contract;
    }

    @Override
    public Workload.Blocking below(String prefix) {
        PutRequests requests = new PutRequests(target.bucket(), prefix, contract.checksum());
        return (item, trace) -> {
            String key = requests.key(item);
            Optional<Outcome> refusal = PutRequests.refusal(key);
            if (refusal.isPresent()) {
                return refusal.get();
            }
            RequestBody body = body(item);
            trace.requestStarted();
            try {
                return ScopedValue.where(TracedBlockingHttp.TRACE, trace)
                        .call(
                                () ->
                                        requests.outcome(
                                                client.putObject(
                                                        requests.request(key, item, trace), body)));
            } catch (AbortedException e) {
                throw (InterruptedException) new InterruptedException(e.getMessage()).initCause(e);
            } catch (SdkException | UncheckedIOException e) {
                return FailureClassifier.outcome(e);
            }
        };
    }

    @Override
    public void close() {
        client.close();
    }

    private static RequestBody body(Item item) {
        ContentStreamProvider stream =
                switch (item.content()) {
                    case Content.InMemory(byte[] bytes) ->
                            ContentStreamProvider.fromByteArrayUnsafe(bytes);
                    case Content.Streamed streamed ->
                            () -> {
                                try {
                                    return streamed.open();
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            };
                };
        return RequestBody.fromContentProvider(stream, item.size(), MEDIA_TYPE);
    }
}
