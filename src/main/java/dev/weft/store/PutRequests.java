package dev.weft.store;

import dev.weft.archive.Item;
import dev.weft.plan.Checksum;
import dev.weft.workload.ItemObserver;
import dev.weft.workload.Outcome;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.SdkInternalExecutionAttribute;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Creates the request of an item and interprets the response, equally for the blocking and the
/// asynchronous client.
///
/// The Connection header repeats the default of HTTP/1.1. Apache 5 sends it unasked and Netty does
/// not, so it is set for both.
record PutRequests(String bucket, String prefix, Checksum checksum) {
    /// Key of an item.
    String key(Item item) {
        return ObjectKey.of(prefix, item.index(), item.name());
    }

    /// Failure of an item whose key is too long, without a request; empty if the key is valid.
    static Optional<Outcome> refusal(String key) {
        return ObjectKey.isTooLong(key)
                ? Optional.of(
                        new Outcome.Failed(
                                "KeyTooLong",
                                "its key would have more than %,d bytes, and S3 takes no such key; give the file a shorter name"
                                        .formatted(ObjectKey.LONGEST_BYTES)))
                : Optional.empty();
    }

    PutObjectRequest request(String key, Item item, ItemObserver trace) {
        PutObjectRequest.Builder request =
                PutObjectRequest.builder()
                        .bucket(bucket)
                        .key(key)
                        .contentLength(item.size())
                        .contentType("application/octet-stream")
                        .overrideConfiguration(
                                override ->
                                        override.putExecutionAttribute(AttemptCounter.TRACE, trace)
                                                .putExecutionAttribute(
                                                        SdkInternalExecutionAttribute
                                                                .SDK_HTTP_EXECUTION_ATTRIBUTES,
                                                        TracedNonBlockingHttp.carrying(trace))
                                                .putHeader("Connection", "keep-alive"));
        switch (checksum) {
            case CRC32 -> request.checksumCRC32(base64(item.crc32()));
            case NONE -> {}
        }
        return request.build();
    }

    /// A response without an ETag was truncated, so the state of the object is unknown.
    Outcome outcome(PutObjectResponse response) {
        String entityTag = response.eTag();
        return entityTag == null
                ? new Outcome.Failed("MissingETag", "the server's answer had no ETag")
                : new Outcome.Stored(entityTag.replace("\"", ""));
    }

    /// The CRC-32 in base64, as S3 expects it in headers.
    static String base64(long crc32) {
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(Integer.BYTES).putInt((int) crc32).array());
    }
}
