package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.testing.Specs;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

class ListingTest {
    @Test
    void takesObjectsThatTheServerTellsLittleOf() {
        Listing listing =
                listing(
                        S3Object.builder().key("a").eTag("\"0123\"").build(),
                        S3Object.builder().key("b").size(7L).build(),
                        S3Object.builder().key("c").size(8L).eTag("4567").build());
        assertThat(listing)
                .toIterable()
                .containsExactly(
                        new ListedObject("a", OptionalLong.empty(), "0123"),
                        new ListedObject("b", OptionalLong.of(7), ""),
                        new ListedObject("c", OptionalLong.of(8), "4567"));
    }

    private static Listing listing(S3Object... objects) {
        return new Listing(
                new OnePage(List.of(objects)),
                ListObjectsV2Request.builder().build(),
                Specs.nowhere());
    }

    /// A client whose server has one page.
    private record OnePage(List<S3Object> objects) implements S3Client {
        @Override
        public ListObjectsV2Response listObjectsV2(ListObjectsV2Request request) {
            return ListObjectsV2Response.builder().contents(objects).build();
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
