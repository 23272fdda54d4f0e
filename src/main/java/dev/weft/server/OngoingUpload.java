package dev.weft.server;

import com.google.common.hash.HashCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;

/// A multipart upload in progress. Holds the bodies of its parts until it ends.
final class OngoingUpload {
    private final String id;
    private final CreateMultipartUploadRequest request;
    private final Instant initiated;
    private final TreeMap<Integer, UploadedPart> parts = new TreeMap<>();
    private boolean ended;

    OngoingUpload(String id, CreateMultipartUploadRequest request, Instant initiated) {
        this.id = id;
        this.request = request;
        this.initiated = initiated;
    }

    /// A stored part.
    ///
    /// @param md5 MD5 of its bytes
    record UploadedPart(int number, HashCode md5, Instant lastModified, Body body) {}

    String id() {
        return id;
    }

    CreateMultipartUploadRequest request() {
        return request;
    }

    Instant initiated() {
        return initiated;
    }

    /// Adds or replaces a part and takes ownership of its body.
    synchronized void put(UploadedPart part) {
        if (ended) {
            part.body().release();
            throw S3Errors.noSuchUpload();
        }
        UploadedPart before = parts.put(part.number(), part);
        if (before != null) {
            before.body().release();
        }
    }

    synchronized List<UploadedPart> parts() {
        return List.copyOf(parts.values());
    }

    /// Ends the upload. Returns the chosen parts in the order of their numbers and releases the
    /// others.
    synchronized List<UploadedPart> end(List<Integer> chosen) {
        if (ended) {
            throw S3Errors.noSuchUpload();
        }
        ended = true;
        List<UploadedPart> taken = new ArrayList<>();
        for (UploadedPart part : parts.values()) {
            if (chosen.contains(part.number())) {
                taken.add(part);
            } else {
                part.body().release();
            }
        }
        parts.clear();
        return taken;
    }
}
