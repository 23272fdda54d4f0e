package dev.weft.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinuxPlatformTest {
    @TempDir Path root;

    private MadeUpMachine machine;

    @BeforeEach
    void makeUp() {
        machine = new MadeUpMachine(root);
    }

    @Test
    void countsHyperThreadsOnceAsPhysicalCores() throws IOException {
        machine.with(
                "proc/cpuinfo",
                "processor\t: 0",
                "model name\t: Xeon(R) E-2288G: 3.70GHz",
                "",
                "processor\t: 1",
                "model name\t: Xeon(R) E-2288G: 3.70GHz",
                "processor\t: 2",
                "processor\t: 3");
        for (int cpu = 0; cpu < 4; cpu++) {
            machine.with(cpu(cpu) + "topology/thread_siblings_list", cpu % 2 == 0 ? "0,2" : "1,3");
        }
        // Not a processor, though its name begins like one.
        machine.with("sys/devices/system/cpu/cpuidle/topology/thread_siblings_list", "9");

        assertThat(machine.platform().processorModel()).contains("Xeon(R) E-2288G: 3.70GHz");
        assertThat(machine.platform().physicalCores()).isEqualTo(OptionalInt.of(2));
        assertThat(machine.platform().logicalCores()).isEqualTo(4);
    }

    @Test
    void namesAnArmProcessorByItsNumbers() throws IOException {
        machine.with(
                "proc/cpuinfo", "processor\t: 0", "CPU implementer\t: 0x41", "CPU part\t: 0xd0c");

        assertThat(machine.platform().processorModel()).contains("implementer 0x41 part 0xd0c");
    }

    @Test
    void namesTheDistributionAndTheKernel() throws IOException {
        machine.with(
                        "etc/os-release",
                        "PRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"",
                        "NAME=\"Debian GNU/Linux\"",
                        "VERSION_ID=\"12\"",
                        "VERSION=\"12 (bookworm)\"")
                .with("proc/sys/kernel/osrelease", "6.18.44");

        OperatingSystem system = machine.platform().system();

        assertThat(system.name()).isEqualTo("Debian GNU/Linux");
        assertThat(system.version()).isEqualTo("12 (bookworm)");
        assertThat(system.kernel()).contains("6.18.44");
    }

    @Test
    void takesTheShortVersionWhereThereIsNoOther() throws IOException {
        machine.with("etc/os-release", "NAME=Alpine Linux", "VERSION_ID=3.22.1");

        assertThat(machine.platform().system().version()).isEqualTo("3.22.1");
    }

    @Test
    void tellsTheMachinesMemoryWhateverAContainerMayUse() throws IOException {
        machine.with("proc/meminfo", "MemTotal:       24684084 kB", "MemFree:        1 kB");

        assertThat(machine.platform().memoryBytes()).isEqualTo(OptionalLong.of(24_684_084L * 1024));
    }

    @Test
    void listsGovernorsThatDiffer() throws IOException {
        machine.with(cpu(0) + "cpufreq/scaling_governor", "powersave")
                .with(cpu(1) + "cpufreq/scaling_governor", "performance")
                .with(cpu(2) + "cpufreq/scaling_governor", "powersave");

        assertThat(machine.platform().power().governor()).contains("performance, powersave");
    }

    @ParameterizedTest
    @CsvSource({
        "intel_pstate/no_turbo, 0, true",
        "intel_pstate/no_turbo, 1, false",
        "cpufreq/boost, 1, true",
        "cpufreq/boost, 0, false"
    })
    void tellsWhetherCoresMayTurbo(String file, String says, boolean turbo) throws IOException {
        machine.with("sys/devices/system/cpu/" + file, says);

        assertThat(machine.platform().power().turbo()).contains(turbo);
    }

    @ParameterizedTest
    @CsvSource({"Discharging, true", "Charging, false", "Full, false", "Not charging, false"})
    void tellsWhetherABatteryIsDrawnFrom(String status, boolean onBattery) throws IOException {
        supply("BAT0", "Battery", status);

        assertThat(machine.platform().power().onBattery()).contains(onBattery);
    }

    @Test
    void passesOverTheBatteryOfAMouse() throws IOException {
        supply("hidpp_battery_0", "Battery", "Discharging");
        machine.with("sys/class/power_supply/hidpp_battery_0/scope", "Device");
        supply("AC", "Mains", "Unknown");

        assertThat(machine.platform().power().onBattery()).isEmpty();
    }

    @Test
    void tellsNothingThatIsNotThere() throws IOException, InterruptedException {
        Environment environment = machine.environment();

        assertThat(environment.processor().model()).isEmpty();
        assertThat(environment.processor().physicalCores()).isEmpty();
        assertThat(environment.processor().logicalCores()).isPositive();
        assertThat(environment.memoryBytes()).isEmpty();
        assertThat(environment.container()).isEqualTo(ContainerLimits.NONE);
        assertThat(environment.system().kernel()).isEmpty();
        assertThat(environment.power()).isEqualTo(PowerState.UNKNOWN);
        assertThat(environment.activity().busyShare()).isEmpty();
    }

    @Test
    void takesNonsenseForNothing() throws IOException, InterruptedException {
        machine.with("proc/meminfo", "MemTotal: much kB")
                .with("proc/stat", "cpu  1 2 x")
                .with("proc/self/stat", "1 (java) S")
                .with("proc/self/mountinfo", "31 -", "32 23 0:28 / /cg rw - cgroup2 cgroup2 rw")
                .with("cg/cpu.max", "much little")
                .with("cg/memory.max", "-");
        Files.createDirectories(root.resolve("etc/os-release"));

        Environment environment = machine.environment();

        assertThat(environment.memoryBytes()).isEmpty();
        assertThat(environment.activity().busyShare()).isEmpty();
        assertThat(environment.container()).isEqualTo(ContainerLimits.NONE);
        assertThat(environment.system().name()).isEqualTo("Linux");
        assertThat(environment.power().onBattery()).isEqualTo(Optional.empty());
    }

    private void supply(String name, String type, String status) throws IOException {
        String folder = "sys/class/power_supply/" + name;
        machine.with(folder + "/type", type).with(folder + "/status", status);
    }

    private static String cpu(int number) {
        return "sys/devices/system/cpu/cpu" + number + "/";
    }
}
