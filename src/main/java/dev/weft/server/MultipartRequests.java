package dev.weft.server;

import com.google.common.hash.HashCode;
import dev.weft.server.BodyReader.Received;
import dev.weft.server.OngoingUpload.UploadedPart;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.MD5;
import org.gaul.s3proxy.blobstore.SdkResponses;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// Multipart requests. A completed object is the sequence of its parts, without a copy.
final class MultipartRequests {
    private final Buckets buckets;
    private final BodyReader bodies;
    private final InstantSource clock;
    private final MultipartUploads uploads;

    MultipartRequests(Buckets buckets, BodyReader bodies, InstantSource clock) {
        this.buckets = buckets;
        this.bodies = bodies;
        this.clock = clock;
        this.uploads = new MultipartUploads(clock);
    }

    /// Starts an upload.
    ///
    /// @return id of the upload
    String begin(CreateMultipartUploadRequest request) {
        buckets.find(request.bucket());
        Buckets.checkKey(request.key());
        return uploads.begin(request).id();
    }

    UploadPartResponse put(String id, UploadPartRequest request, InputStream payload) {
        Received received =
                bodies.read(payload, request.contentLength(), true)
                        .withMd5(Optional.ofNullable(request.contentMD5()));
        HashCode md5 = received.md5().orElseThrow();
        uploads.put(id, request.partNumber(), md5, received.body());
        return SdkResponses.uploadedPart(md5.toString());
    }

    List<Part> parts(String id) {
        return uploads.parts(id).stream().map(MultipartRequests::part).toList();
    }

    List<MultipartUpload> underWay(String bucket) {
        buckets.find(bucket);
        return uploads.of(bucket).stream()
                .map(
                        upload ->
                                SdkResponses.upload(
                                        upload.request().key(), upload.id(), upload.initiated()))
                .toList();
    }

    CompleteMultipartUploadResponse complete(String id, CompleteMultipartUploadRequest request) {
        OngoingUpload upload = uploads.find(id);
        List<Integer> numbers =
                request.multipartUpload().parts().stream().map(CompletedPart::partNumber).toList();
        List<UploadedPart> parts = uploads.complete(upload, numbers);
        MessageDigest digest = MD5.newDigest();
        parts.forEach(part -> digest.update(part.md5().asBytes()));
        String etag = HexFormat.of().formatHex(digest.digest()) + "-" + parts.size();
        Body body = new Body(new JoinedBytes(parts.stream().map(UploadedPart::body).toList()));
        buckets.put(
                upload.request().bucket(),
                StoredObject.of(ObjectHeaders.of(upload.request()), etag, clock, body));
        return SdkResponses.completeResponse(etag);
    }

    void abort(String id) {
        uploads.abort(id);
    }

    private static Part part(UploadedPart part) {
        return SdkResponses.part(
                part.number(), part.body().length(), part.md5().toString(), part.lastModified());
    }
}
