package dev.weft.server;

import com.google.common.hash.HashCode;
import dev.weft.server.OngoingUpload.UploadedPart;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;

/// Multipart uploads in progress, and the ids of recently completed ones.
final class MultipartUploads {
    private static final int REMEMBERED = 10_000;

    private final Map<String, OngoingUpload> uploads = new ConcurrentHashMap<>();
    private final Set<String> completed =
            Collections.synchronizedSet(Collections.newSetFromMap(new Remembered()));
    private final InstantSource clock;

    MultipartUploads(InstantSource clock) {
        this.clock = clock;
    }

    OngoingUpload begin(CreateMultipartUploadRequest request) {
        OngoingUpload upload =
                new OngoingUpload(UUID.randomUUID().toString(), request, clock.instant());
        uploads.put(upload.id(), upload);
        return upload;
    }

    void put(String id, int number, HashCode md5, Body body) {
        OngoingUpload upload = uploads.get(id);
        if (upload == null) {
            body.release();
            throw S3Errors.noSuchUpload();
        }
        upload.put(
                new UploadedPart(
                        number, md5, clock.instant().truncatedTo(ChronoUnit.SECONDS), body));
    }

    /// Returns the parts in the order of their numbers. Returns none for a recently completed
    /// upload, so that a client that lost the answer may repeat its request.
    List<UploadedPart> parts(String id) {
        return completed.contains(id) ? List.of() : find(id).parts();
    }

    /// Ends an upload and returns the chosen parts in the order of their numbers.
    List<UploadedPart> complete(OngoingUpload upload, List<Integer> numbers) {
        List<UploadedPart> parts = upload.end(numbers);
        completed.add(upload.id());
        uploads.remove(upload.id());
        return parts;
    }

    void abort(String id) {
        find(id).end(List.of());
        uploads.remove(id);
    }

    OngoingUpload find(String id) {
        OngoingUpload upload = uploads.get(id);
        if (upload == null) {
            throw S3Errors.noSuchUpload();
        }
        return upload;
    }

    List<OngoingUpload> of(String bucket) {
        return uploads.values().stream()
                .filter(upload -> upload.request().bucket().equals(bucket))
                .toList();
    }

    private static final class Remembered extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
