package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.testing.Specs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanValuesTest {
    private static final Path ZIP = Path.of("/zips/a.zip");
    private static final ConcurrencyLevel LOAD = new ConcurrencyLevel(1, List.of(ZIP));
    private static final WarmupPolicy WARMUP = new WarmupPolicy.Fixed(10);

    @Test
    void aDesignNeedsModesConcurrenciesArchivesAndARound() {
        assertThatThrownBy(() -> design(List.of(), List.of(LOAD), 1, 1))
                .hasMessageContaining("needs a mode");
        assertThatThrownBy(() -> design(modes(), List.of(), 1, 1))
                .hasMessageContaining("and a load");
        assertThatThrownBy(() -> new ConcurrencyLevel(1, List.of()))
                .hasMessageContaining("needs an archive");
        assertThatThrownBy(() -> design(modes(), List.of(LOAD), 0, 1))
                .hasMessage("repetitions 0 and passes 1 must be at least 1");
        assertThatThrownBy(() -> design(modes(), List.of(LOAD), 1, 0))
                .hasMessage("repetitions 1 and passes 0 must be at least 1");
    }

    @Test
    void aTrialBeginsCold() {
        TrialSpec spec = Specs.trial(ModeName.ASYNC, 1, Specs.nowhere());
        assertThatThrownBy(
                        () ->
                                new PlannedTrial(
                                        spec,
                                        1,
                                        1,
                                        1,
                                        List.of(Specs.warm(2, ZIP), Specs.cold(ZIP))))
                .hasMessageContaining("a cold pass is the first one of its trial");
        assertThatThrownBy(() -> new PlannedTrial(spec, 1, 1, 1, List.of()))
                .hasMessageContaining("a trial has a pass");
    }

    @Test
    void aTrialHasRoomForAnItem() {
        assertThatThrownBy(
                        () ->
                                Specs.trial(
                                        ModeName.ASYNC,
                                        0,
                                        FairnessContract.standard(1),
                                        Specs.nowhere()))
                .hasMessage("concurrency 0 must be at least 1");
    }

    @Test
    void aLimitBelongsToTheWarmUpAlone() {
        assertThatThrownBy(
                        () ->
                                new PassSpec(
                                        1,
                                        Phase.WARM,
                                        ZIP,
                                        UnzipLimits.STANDARD,
                                        "weft/",
                                        Optional.of(WARMUP)))
                .hasMessageContaining("a warm-up policy belongs to the warm-up alone");
        assertThatThrownBy(
                        () ->
                                new PassSpec(
                                        0,
                                        Phase.WARMUP,
                                        ZIP,
                                        UnzipLimits.STANDARD,
                                        "weft/",
                                        Optional.empty()))
                .hasMessageContaining("a warm-up policy belongs to the warm-up alone");
        assertThatThrownBy(() -> new WarmupPolicy.Fixed(-1))
                .hasMessageContaining("uploads -1 must not be negative");
    }

    @ParameterizedTest
    @EnumSource
    void aModeIsFoundByItsLabel(ModeName mode) {
        assertThat(ModeName.ofLabel(mode.label())).contains(mode);
    }

    @Test
    void noModeIsFoundByAnotherName() {
        assertThat(ModeName.ofLabel("ASYNC")).isEmpty();
        assertThat(ModeName.ofLabel("")).isEmpty();
    }

    @Test
    void aTargetIsKnownByOneWord() {
        assertThat(Specs.nowhere().label()).isEqualTo("embedded");
        assertThat(configured(Optional.of(URI.create("https://s3.example"))).label())
                .isEqualTo("https://s3.example");
        assertThat(configured(Optional.empty()).label()).isEqualTo("s3:eu-west-1");
    }

    private static Target configured(Optional<URI> endpoint) {
        return new Target(
                Target.Kind.CONFIGURED,
                endpoint,
                "eu-west-1",
                "bucket",
                false,
                new Credentials.Chain(Optional.empty()),
                Optional.empty());
    }

    private static List<ModeName> modes() {
        return List.of(ModeName.ASYNC);
    }

    private static ExperimentDesign design(
            List<ModeName> modes, List<ConcurrencyLevel> loads, int repetitions, int passes) {
        return new ExperimentDesign(modes, loads, repetitions, passes, WARMUP, false, 1);
    }
}
