package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.doctor.Finding;
import dev.weft.doctor.TargetFindings;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.session.ExitCode;
import dev.weft.testing.Embedded;
import dev.weft.testing.HttpRecorder;
import dev.weft.testing.RefusingServer;
import dev.weft.testing.ServerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

class DoctorTest {
    @TempDir Path folder;
    @TempDir Path spill;

    @Test
    void looksAtTheMachineWhereNothingIsConfigured() {
        Invocation doctor = Invocation.in(folder, "doctor");

        assertThat(doctor.out())
                .contains("JDK", Runtime.version().toString(), "cores", "memory", "open files")
                .contains("ports", "Docker", "weft run starts a server of its own");
        assertThat(doctor.out().lines()).allMatch(line -> line.matches("(ok|warning|failure) +.*"));
        assertThat(doctor.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void checksWritingOnAServerOfItsOwnWhereNothingIsConfigured() {
        Invocation doctor = Invocation.in(folder, "doctor", "--write-check");

        assertThat(doctor.out())
                .contains("PUT (s3:PutObject)", "LIST (s3:ListBucket)", "HEAD (s3:GetObject)")
                .contains("GET (s3:GetObject)", "DELETE (s3:DeleteObject)");
        assertThat(doctor.exitCode()).as(doctor.out() + doctor.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void saysWhatItSeesOfAServerAndLeavesNothingThere() throws Exception {
        try (Embedded server = Embedded.start(spill);
                S3Client client = ServerStore.client(server.target())) {
            Invocation doctor = doctor(server.target(), "--write-check");

            assertThat(doctor.out())
                    .contains(server.target().endpoint().orElseThrow().toString())
                    .contains("us-east-1", server.target().bucket(), "keys of the environment")
                    .contains("the bucket is there and can be listed", "clock", "proxy")
                    .contains("DELETE (s3:DeleteObject)")
                    .doesNotContain(keys(server.target()).secretAccessKey());
            assertThat(doctor.exitCode()).as(doctor.out()).isEqualTo(ExitCode.OK);
            assertThat(
                            client.listObjectsV2(list -> list.bucket(server.target().bucket()))
                                    .contents())
                    .isEmpty();
        }
    }

    @Test
    void failsWhereTheServerRefusesTheCredentials() throws Exception {
        try (Embedded server = Embedded.start(spill)) {
            Invocation doctor =
                    doctor(
                            server.target(),
                            Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret"));

            assertThat(doctor.out()).contains("failure  answer", "refuses the credentials");
            assertThat(doctor.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PUT .*,PUT,s3:PutObject",
        "GET .*list-type=2.*,LIST,s3:ListBucket",
        "HEAD .*,HEAD,s3:GetObject",
        "GET .*/check,GET,s3:GetObject",
        "DELETE .*,DELETE,s3:DeleteObject"
    })
    void namesThePermissionThatIsMissing(String refused, String request, String permission)
            throws Exception {
        try (RefusingServer server =
                RefusingServer.start(
                        Pattern.compile(refused).asMatchPredicate(), Optional.empty())) {
            Invocation doctor = doctor(server.target(), "--write-check");

            assertThat(doctor.out().lines())
                    .filteredOn(line -> line.startsWith("failure  write"))
                    .singleElement()
                    .asString()
                    .contains(request + " was refused (", "; allow " + permission);
            assertThat(doctor.exitCode()).isEqualTo(ExitCode.FAILED);
        }
    }

    @Test
    void deletesTheVersionThatItWroteOrElseTheObject() throws Exception {
        try (RefusingServer server =
                RefusingServer.start(
                        Pattern.compile("DELETE .*versionId=.*").asMatchPredicate(),
                        Optional.of("v1"))) {
            Invocation doctor = doctor(server.target(), "--write-check");

            assertThat(doctor.out())
                    .contains("DELETE of a version was refused (", "; allow s3:DeleteObjectVersion")
                    .contains("DELETE (s3:DeleteObject)");
        }
    }

    @Test
    void writesNothingWhereItWouldBeLocked() throws Exception {
        try (RefusingServer server =
                RefusingServer.answering(
                        Map.of(
                                ".*\\?object-lock.*",
                                "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>GOVERNANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>"))) {
            Invocation doctor = doctor(server.target(), "--write-check");

            assertThat(doctor.out())
                    .contains("for 1 day in governance mode")
                    .contains("nothing was written, because Object Lock would keep it");
            assertThat(server.requests()).noneMatch(request -> request.startsWith("PUT "));
        }
    }

    @Test
    void blamesNoPermissionForWhatIsBroken() throws Exception {
        try (HttpRecorder broken = HttpRecorder.startBroken()) {
            Invocation doctor =
                    doctor(
                            broken.target(new Credentials.Static("id", "secret", Optional.empty())),
                            "--write-check");

            assertThat(doctor.out())
                    .contains("PUT did not work (Http500")
                    .doesNotContain("; allow s3:");
        }
    }

    @Test
    void findsAClockThatIsOff() throws Exception {
        try (RefusingServer server = RefusingServer.start(_ -> false, Optional.empty())) {
            assertThat(clock(server.target(), Duration.ZERO)).isEqualTo(Finding.State.OK);
            assertThat(clock(server.target(), Duration.ofMinutes(2)))
                    .isEqualTo(Finding.State.WARNING);
            assertThat(clock(server.target(), Duration.ofMinutes(-20)))
                    .isEqualTo(Finding.State.FAILURE);
        }
    }

    @Test
    void showsAProxyWithoutItsPassword() throws Exception {
        try (RefusingServer server = RefusingServer.start(_ -> false, Optional.empty())) {
            Finding proxy =
                    new TargetFindings(server.target(), InstantSource.system())
                            .configuration(
                                    Map.of(
                                            "HTTPS_PROXY",
                                            "http://me:hidden@proxy.example:3128",
                                            "http_proxy",
                                            "me:hidden@other.example:3128"))
                            .getLast();
            assertThat(proxy.seen())
                    .contains("HTTPS_PROXY=", "proxy.example:3128", "other.example:3128")
                    .doesNotContain("hidden");
        }
    }

    private static Finding.State clock(Target target, Duration off) {
        return new TargetFindings(target, () -> InstantSource.system().instant().plus(off))
                .answer().lines().stream()
                        .filter(finding -> finding.subject().equals("clock"))
                        .findFirst()
                        .orElseThrow()
                        .state();
    }

    private Invocation doctor(Target target, String... more) {
        Credentials.Static keys = keys(target);
        return doctor(
                target,
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        keys.accessKeyId(),
                        "AWS_SECRET_ACCESS_KEY",
                        keys.secretAccessKey()),
                more);
    }

    private Invocation doctor(Target target, Map<String, String> variables, String... more) {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(
                List.of(
                        "doctor",
                        "--endpoint=" + target.endpoint().orElseThrow(),
                        "--bucket=" + target.bucket()));
        arguments.addAll(List.of(more));
        return Invocation.in(folder, variables, arguments.toArray(String[]::new));
    }

    private static Credentials.Static keys(Target target) {
        return (Credentials.Static) target.credentials();
    }
}
