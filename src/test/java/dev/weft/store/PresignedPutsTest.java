package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.Checksum;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.testing.Specs;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PresignedPutsTest {
    private static final String KEY = "weft/run/calibration/00000000-upload";

    @Test
    void nameTheBucketInThePath() throws Exception {
        URI url = signed(Specs.nowhere(), Checksum.CRC32).url();
        assertThat(url.toString())
                .startsWith("http://127.0.0.1:9/weft-test/" + KEY + "?")
                .contains("X-Amz-Signature=")
                .contains("%2Fus-east-1%2Fs3%2F")
                .contains("X-Amz-Security-Token=TheToken")
                .doesNotContain("TheSecretKey");
    }

    @Test
    void nameTheBucketInTheHostWhereTheTargetSaysSo() throws Exception {
        Target amazon =
                new Target(
                        Target.Kind.CONFIGURED,
                        Optional.empty(),
                        "eu-west-1",
                        "photos",
                        false,
                        new Credentials.Static("AKIDEXAMPLE", "secret", Optional.empty()),
                        Optional.empty());
        SignedPut put = signed(amazon, Checksum.CRC32);
        assertThat(put.url().toString())
                .startsWith("https://photos.s3.eu-west-1.amazonaws.com/" + KEY + "?");
        assertThat(put.proxy()).isEqualTo(Proxy.NO_PROXY);
    }

    @Test
    void sendTheChecksumThatTheArchiveStates() throws Exception {
        assertThat(signed(Specs.nowhere(), Checksum.CRC32).headers())
                .isEqualTo(
                        Map.of(
                                "content-type",
                                "application/octet-stream",
                                "x-amz-checksum-crc32",
                                "/////w=="));
    }

    @Test
    void sendNoChecksumWhereTheContractNamesNone() throws Exception {
        SignedPut put = signed(Specs.nowhere(), Checksum.NONE);
        assertThat(put.headers()).isEqualTo(Map.of("content-type", "application/octet-stream"));
        assertThat(put.url().toString()).doesNotContainIgnoringCase("checksum");
    }

    @Test
    void showNoSignature() throws Exception {
        assertThat(signed(Specs.nowhere(), Checksum.CRC32)).hasToString("PUT /weft-test/" + KEY);
    }

    private static SignedPut signed(Target target, Checksum checksum) throws StoreException {
        try (PresignedPuts puts = new PresignedPuts(target, checksum)) {
            return puts.sign(KEY, 0xFFFF_FFFFL);
        }
    }
}
