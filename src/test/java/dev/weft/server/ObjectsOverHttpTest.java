package dev.weft.server;

import static dev.weft.server.ServerUnderTest.BUCKET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ObjectsOverHttpTest {
    private ServerUnderTest server;
    private S3Client client;

    @BeforeAll
    void start(@TempDir Path folder) throws ServerStartException {
        server = ServerUnderTest.start(folder);
        client = server.client();
    }

    @AfterAll
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void putsGetsListsAndDeletes() {
        client.putObject(p -> p.bucket(BUCKET).key("a/b"), RequestBody.fromString("hello"));

        assertThat(client.getObjectAsBytes(g -> g.bucket(BUCKET).key("a/b")).asUtf8String())
                .isEqualTo("hello");
        assertThat(client.listObjectsV2(l -> l.bucket(BUCKET)).contents())
                .singleElement()
                .satisfies(object -> assertThat(object.key()).isEqualTo("a/b"));
        client.deleteObject(d -> d.bucket(BUCKET).key("a/b"));
        assertThat(client.listObjectsV2(l -> l.bucket(BUCKET)).contents()).isEmpty();
    }
}
