package dev.weft.server;

import dev.weft.plan.RequestCounts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.gaul.s3proxy.blobstore.S3Exceptions;
import org.gaul.s3proxy.blobstore.SdkResponses;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.StorageClass;

/// Listing requests.
final class ListRequests {
    private final Buckets buckets;

    ListRequests(Buckets buckets) {
        this.buckets = buckets;
    }

    ListObjectsV2Response page(ListObjectsV2Request request) {
        String after =
                Optional.ofNullable(request.continuationToken())
                        .map(ListRequests::decode)
                        .or(() -> Optional.ofNullable(request.startAfter()))
                        .orElse("");
        ListingPage page =
                page(
                        request.bucket(),
                        Optional.ofNullable(request.prefix()),
                        Optional.ofNullable(request.delimiter()),
                        after,
                        Optional.ofNullable(request.maxKeys()));
        return ListObjectsV2Response.builder()
                .contents(contents(page))
                .commonPrefixes(commonPrefixes(page))
                .nextContinuationToken(page.last().map(ListRequests::encode).orElse(null))
                .isTruncated(page.last().isPresent())
                .build();
    }

    ListObjectsResponse page(ListObjectsRequest request) {
        ListingPage page =
                page(
                        request.bucket(),
                        Optional.ofNullable(request.prefix()),
                        Optional.ofNullable(request.delimiter()),
                        Optional.ofNullable(request.marker()).orElse(""),
                        Optional.ofNullable(request.maxKeys()));
        return ListObjectsResponse.builder()
                .contents(contents(page))
                .commonPrefixes(commonPrefixes(page))
                .nextMarker(page.last().orElse(null))
                .isTruncated(page.last().isPresent())
                .build();
    }

    private ListingPage page(
            String bucket,
            Optional<String> prefix,
            Optional<String> delimiter,
            String after,
            Optional<Integer> limit) {
        return buckets.find(bucket)
                .page(
                        new ListingPage.Request(
                                prefix.orElse(""),
                                delimiter.orElse(""),
                                after,
                                limit.orElse(RequestCounts.MOST_KEYS)));
    }

    private static List<S3Object> contents(ListingPage page) {
        return page.objects().stream()
                .map(
                        object ->
                                SdkResponses.objectEntry(
                                        object.key(),
                                        object.etag(),
                                        object.lastModified(),
                                        object.body().length(),
                                        StorageClass.STANDARD))
                .toList();
    }

    private static List<CommonPrefix> commonPrefixes(ListingPage page) {
        return page.commonPrefixes().stream().map(SdkResponses::commonPrefix).toList();
    }

    // A token may hold any character in XML, a key may not.
    private static String encode(String key) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String token) {
        try {
            return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw S3Exceptions.invalidArgument("The continuation token provided is incorrect.");
        }
    }
}
