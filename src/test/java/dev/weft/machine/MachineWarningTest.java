package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MachineWarningTest {
    private static final int CORES = 4;
    private static final MachineActivity AT_REST =
            new MachineActivity(OptionalDouble.of(0), OptionalDouble.of(0));

    @TempDir Path root;

    @Test
    void saysNothingUpToItsLimits() throws Exception {
        Environment atItsLimits =
                environment(
                        4.0,
                        new PowerState(
                                Optional.of("performance"), Optional.of(true), Optional.of(false)),
                        new MachineActivity(OptionalDouble.of(4.0), OptionalDouble.of(0.10)));

        assertThat(MachineWarning.before(atItsLimits)).isEmpty();
    }

    @Test
    void saysNothingOfWhatIsUnknown() throws Exception {
        Environment unknown = new MadeUpMachine(root).environment();

        assertThat(
                        MachineWarning.before(
                                with(
                                        unknown,
                                        unknown.container(),
                                        unknown.power(),
                                        new MachineActivity(
                                                OptionalDouble.empty(), OptionalDouble.empty()))))
                .isEmpty();
    }

    @Test
    void warnsOfABusyMachine() throws Exception {
        MachineActivity busy = new MachineActivity(OptionalDouble.of(0), OptionalDouble.of(0.101));

        assertThat(MachineWarning.before(environment(4, PowerState.UNKNOWN, busy)))
                .containsExactly(new MachineWarning.Busy(0.101));
    }

    @Test
    void warnsOfALoadAboveOneForEachCore() throws Exception {
        MachineActivity loaded = new MachineActivity(OptionalDouble.of(4.01), OptionalDouble.of(0));

        assertThat(MachineWarning.before(environment(4, PowerState.UNKNOWN, loaded)))
                .containsExactly(new MachineWarning.Loaded(4.01, CORES));
    }

    @Test
    void warnsOfAQuotaBelowTheCores() throws Exception {
        assertThat(MachineWarning.before(environment(3.99, PowerState.UNKNOWN, AT_REST)))
                .containsExactly(new MachineWarning.CpuQuota(3.99, CORES));
    }

    @Test
    void warnsOfAGovernorThatSavesPowerOnAnyCore() throws Exception {
        PowerState saving =
                new PowerState(
                        Optional.of("performance, powersave"), Optional.empty(), Optional.empty());

        assertThat(MachineWarning.before(environment(4, saving, AT_REST)))
                .containsExactly(new MachineWarning.PowerSaving("performance, powersave"));
    }

    @Test
    void warnsOfABattery() throws Exception {
        PowerState battery = new PowerState(Optional.empty(), Optional.empty(), Optional.of(true));

        assertThat(MachineWarning.before(environment(4, battery, AT_REST)))
                .containsExactly(new MachineWarning.OnBattery());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachKind")
    void readsAsOneSentenceWithItsRemedy(MachineWarning warning) {
        assertThat(warning.code()).matches("[a-z]+(-[a-z]+)+");
        assertThat(warning.sentence()).matches("\\p{Ll}.*[^.]").doesNotContain("%s", "%d");
        assertThat(warning.remedy()).matches("\\p{Ll}.*[^.]");
    }

    @Test
    void hasACodeOfItsOwnForEachKind() {
        assertThat(oneOfEachKind())
                .hasSameSizeAs(MachineWarning.class.getPermittedSubclasses())
                .extracting(MachineWarning::code)
                .doesNotHaveDuplicates();
    }

    @Test
    void namesTheFigures() {
        assertThat(new MachineWarning.Busy(0.42).sentence()).contains("42%");
        assertThat(new MachineWarning.Loaded(3.04, 2).sentence()).contains("3.0 on 2 cores");
        assertThat(new MachineWarning.CpuQuota(1.5, 4).sentence()).contains("1.50", "4 cores");
    }

    static List<MachineWarning> oneOfEachKind() {
        return List.of(
                new MachineWarning.Busy(1),
                new MachineWarning.Loaded(9, 2),
                new MachineWarning.CpuQuota(0.5, 8),
                new MachineWarning.PowerSaving("powersave"),
                new MachineWarning.OnBattery(),
                new MachineWarning.ClockStep(Duration.ofSeconds(-3)));
    }

    private Environment environment(double quotaCores, PowerState power, MachineActivity activity)
            throws IOException, InterruptedException {
        return with(
                new MadeUpMachine(root).environment(),
                new ContainerLimits(OptionalDouble.of(quotaCores), OptionalLong.empty()),
                power,
                activity);
    }

    private static Environment with(
            Environment base,
            ContainerLimits container,
            PowerState power,
            MachineActivity activity) {
        return new Environment(
                new Processor(Optional.empty(), OptionalInt.of(2), CORES, CORES),
                base.memoryBytes(),
                container,
                base.system(),
                base.jvm(),
                base.libraries(),
                base.weft(),
                power,
                activity);
    }
}
