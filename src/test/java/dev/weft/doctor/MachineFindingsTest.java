package dev.weft.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.machine.Environment;
import dev.weft.machine.MachineSurvey;
import dev.weft.machine.SystemLimits;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MachineFindingsTest {
    private static Optional<Environment> here = Optional.empty();

    @BeforeAll
    static void look() throws InterruptedException {
        here = Optional.of(MachineSurvey.ofThisMachine().environment("1.2.3"));
    }

    @Test
    void warnsOfTooFewOpenFilesForSoManyUploads() {
        assertThat(line("open files", limits(1_024, 28_232), 64).state())
                .isEqualTo(Finding.State.OK);
        assertThat(line("open files", limits(1_024, 28_232), 1_000))
                .isEqualTo(
                        Finding.warning(
                                "open files",
                                "1,024, of which 1,000 uploads at once take about 2,300",
                                "raise the limit, such as with ulimit -n 4600"));
    }

    @Test
    void warnsOfTooFewPortsForSoManyUploads() {
        assertThat(line("ports", limits(1_024, 28_232), 64).state()).isEqualTo(Finding.State.OK);
        assertThat(line("ports", limits(1_024, 28_232), 4_000).state())
                .isEqualTo(Finding.State.WARNING);
    }

    @Test
    void saysWhatIsNotKnownWithoutAWarning() {
        SystemLimits unknown =
                new SystemLimits(OptionalLong.empty(), OptionalInt.empty(), Optional.empty());
        assertThat(line("open files", unknown, 64)).isEqualTo(Finding.ok("open files", "no limit"));
        assertThat(line("ports", unknown, 64)).isEqualTo(Finding.ok("ports", "unknown"));
        assertThat(line("Docker", unknown, 64).state()).isEqualTo(Finding.State.OK);
    }

    private static Finding line(String subject, SystemLimits limits, int concurrency) {
        List<Finding> lines = new MachineFindings(here.orElseThrow(), limits, concurrency).lines();
        return lines.stream()
                .filter(line -> line.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    private static SystemLimits limits(long openFiles, int ports) {
        return new SystemLimits(
                OptionalLong.of(openFiles), OptionalInt.of(ports), Optional.of("28.1.0"));
    }
}
