package dev.weft.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.plan.FairnessContract;
import dev.weft.plan.ModeName;
import dev.weft.plan.Target;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.store.S3Bucket;
import dev.weft.store.StoreException;
import dev.weft.testing.Embedded;
import dev.weft.testing.Proxy;
import dev.weft.testing.Relay;
import dev.weft.testing.SmallZip;
import dev.weft.testing.Specs;
import dev.weft.testing.TestAuthority;
import dev.weft.testing.Trials;
import dev.weft.verify.ArchiveManifest;
import dev.weft.verify.Verification;
import dev.weft.verify.Verifier;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Servers whose certificates no authority signed that the JDK knows: trusted by a file, and by
/// nothing else.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrivateAuthorityTest {
    private static final String PREFIX = "weft/run/trial/1/";

    private final Embedded server;
    private final TestAuthority authority;
    private final TestAuthority another;
    private final Relay relay;
    private final Relay elsewhere;
    private final Path zip;

    PrivateAuthorityTest(@TempDir Path folder) throws Exception {
        server = Embedded.start(folder);
        authority = TestAuthority.make(folder.resolve("authority"), "ip:127.0.0.1");
        another = TestAuthority.make(folder.resolve("another"), "dns:s3.invalid");
        int port = server.target().endpoint().orElseThrow().getPort();
        relay = Relay.withTls(authority.context(), port);
        elsewhere = Relay.withTls(another.context(), port);
        zip =
                SmallZip.write(
                        folder.resolve("small.zip"),
                        Map.of("a", SmallZip.noise(10), "large", SmallZip.noise(1_500_000)));
    }

    @AfterAll
    void stop() throws Exception {
        relay.close();
        elsewhere.close();
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isTrustedByItsFile(ModeName mode) throws Exception {
        Target target = target("127.0.0.1", relay).withCaFile(authority.file());

        assertThat(upload(mode, target)).isEmpty();
        verifyAndDelete(target);
    }

    @ParameterizedTest
    @EnumSource
    void isNotTrustedWithoutIt(ModeName mode) throws Exception {
        assertThat(upload(mode, target("127.0.0.1", relay))).containsOnly("CertificateUntrusted");
    }

    @ParameterizedTest
    @EnumSource
    void isNotTrustedByTheFileOfAnother(ModeName mode) throws Exception {
        assertThat(upload(mode, target("127.0.0.1", relay).withCaFile(another.file())))
                .containsOnly("CertificateUntrusted");
    }

    @ParameterizedTest
    @EnumSource
    void isNotTrustedForAnotherHost(ModeName mode) throws Exception {
        assertThat(upload(mode, target("127.0.0.1", elsewhere).withCaFile(another.file())))
                .containsOnly("CertificateOfAnotherHost");
    }

    @ParameterizedTest
    @EnumSource
    void isTrustedBehindAProxyThatOpensATunnel(ModeName mode) throws Exception {
        Target target = target("s3.invalid", elsewhere).withCaFile(another.file());
        try (Relay proxy = Relay.asProxy(elsewhere.port());
                Proxy _ = Proxy.on(proxy.port(), "https")) {
            assertThat(upload(mode, target)).isEmpty();
            assertThat(proxy.asked())
                    .isNotEmpty()
                    .containsOnly("CONNECT s3.invalid:%d HTTP/1.1".formatted(elsewhere.port()));
            verifyAndDelete(target);
        }
    }

    @Test
    void refusalsSayWhatToDo() {
        assertRefused(
                target("127.0.0.1", relay),
                "has a certificate of an authority that is not trusted",
                "by --ca-file or AWS_CA_BUNDLE");
        assertRefused(
                target("127.0.0.1", elsewhere).withCaFile(another.file()),
                "has a certificate that is for another host",
                "name the host in --endpoint as its certificate does");
        assertRefused(
                target("127.0.0.1", server.target().endpoint().orElseThrow().getPort()),
                "does not agree on TLS",
                "check http and https in --endpoint");
    }

    private static void assertRefused(Target target, String... parts) {
        try (S3Bucket bucket = new S3Bucket(target, FairnessContract.standard(1))) {
            assertThatThrownBy(bucket::check)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContainingAll(parts);
        }
    }

    /// Uploads the zip in a mode, and returns the errors of failed items.
    private List<String> upload(ModeName mode, Target target) throws Exception {
        List<ItemRow> rows = new CopyOnWriteArrayList<>();
        LocalTrial trial = Trials.local(Specs.trial(mode, 2, target), rows::add);
        try {
            ItemCounts counts = trial.run(Specs.cold(zip)).counts();
            assertThat(counts.stored() + counts.failed()).isEqualTo(2);
        } finally {
            // Netty rests for two seconds before it ends; no test has to wait for that.
            Thread.ofVirtual().start(trial::close);
        }
        return rows.stream().map(ItemRow::failure).flatMap(Optional::stream).toList();
    }

    private void verifyAndDelete(Target target) throws Exception {
        ArchiveManifest manifest = ArchiveManifest.read(zip);
        try (S3Bucket bucket = new S3Bucket(target, FairnessContract.standard(1))) {
            assertThat(Verifier.verify(bucket, manifest, PREFIX, VerifyLevel.CHECKSUM, () -> false))
                    .contains(new Verification(2, List.of(), List.of(), List.of()));
            bucket.delete(manifest.keys(PREFIX));
        }
    }

    private Target target(String host, Relay over) {
        return target(host, over.port());
    }

    private Target target(String host, int port) {
        Target embedded = server.target();
        return new Target(
                Target.Kind.CONFIGURED,
                Optional.of(URI.create("https://%s:%d".formatted(host, port))),
                embedded.region(),
                embedded.bucket(),
                true,
                embedded.credentials(),
                Optional.empty());
    }
}
