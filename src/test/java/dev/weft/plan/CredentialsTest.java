package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.server.ServerCredentials;
import dev.weft.server.ServerSettings;
import dev.weft.testing.Specs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialsTest {
    private static final String SECRET = "TheSecretKey";
    private static final String TOKEN = "TheToken";

    @ParameterizedTest
    @MethodSource("holders")
    void whateverHoldsKeysDoesNotPrintThem(Object holder) {
        assertThat(holder.toString()).contains("hidden").doesNotContain(SECRET, TOKEN);
    }

    static List<Object> holders() {
        Credentials keys = new Credentials.Static("AKIDEXAMPLE", SECRET, Optional.of(TOKEN));
        Target target = Specs.nowhere();
        assertThat(target.credentials()).isEqualTo(keys);
        TrialSpec spec = Specs.trial(ModeName.ASYNC, 1, target);
        return List.of(
                keys,
                target,
                spec,
                new PlannedTrial(spec, 1, 1, 1, List.of(Specs.cold(Path.of("/a.zip")))),
                new Planner("run", target, FairnessContract::standard, Path.of("/t.csv")),
                new ServerCredentials("AKIDEXAMPLE", SECRET),
                new ServerSettings(
                        "127.0.0.1",
                        0,
                        "bucket",
                        FaultPlan.of(Duration.ZERO),
                        new ServerCredentials("AKIDEXAMPLE", SECRET),
                        OptionalLong.empty(),
                        Path.of("/spill"),
                        EntityTag.MD5));
    }

    @Test
    void aProfileIsNoSecret() {
        assertThat(new Credentials.Chain(Optional.of("work")).toString()).contains("work");
    }
}
