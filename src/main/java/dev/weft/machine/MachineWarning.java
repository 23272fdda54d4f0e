package dev.weft.machine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A condition of the machine that may distort the figures of a run, with its remedy.
public sealed interface MachineWarning {
    /// Largest share of the CPU time of all cores that other processes may use without a warning.
    double BUSY_SHARE = 0.10;

    /// Largest load average per core without a warning. Above it, some tasks waited.
    double LOAD_PER_CORE = 1.0;

    /// Largest step of the wall clock against the monotonic clock without a warning. Reading both
    /// clocks takes far less, and slow corrections by NTP move both alike.
    Duration CLOCK_STEP = Duration.ofMillis(100);

    /// Returns the name of the warning for programs: lower case, with hyphens.
    String code();

    /// Returns the condition with its figures: one sentence without a full stop.
    String sentence();

    /// Returns what to do about it, without a full stop.
    String remedy();

    /// Other processes used CPU time before the run.
    ///
    /// @param share share of the CPU time of all cores, from 0 to 1
    record Busy(double share) implements MachineWarning {
        @Override
        public String code() {
            return "machine-busy";
        }

        @Override
        public String sentence() {
            return "other programs or virtual machines took %.0f%% of the machine's CPU time before the run"
                    .formatted(share * 100);
        }

        @Override
        public String remedy() {
            return "end them or wait for them, and measure again";
        }
    }

    /// The load average before the run was high.
    ///
    /// @param average load average over the last minute
    record Loaded(double average, int cores) implements MachineWarning {
        @Override
        public String code() {
            return "machine-loaded";
        }

        @Override
        public String sentence() {
            return "the load average of the minute before the run was %.1f on %d cores"
                    .formatted(average, cores);
        }

        @Override
        public String remedy() {
            return "let the machine rest for a minute before a run, also after another run of weft";
        }
    }

    /// The CPU quota of the container is smaller than the cores of the machine. The kernel pauses
    /// the container when the quota of a period is used up.
    ///
    /// @param quotaCores CPU seconds per second
    record CpuQuota(double quotaCores, int cores) implements MachineWarning {
        @Override
        public String code() {
            return "cpu-quota";
        }

        @Override
        public String sentence() {
            return "this container may use %.2f of the machine's %d cores, and stands still when it has used its share"
                    .formatted(quotaCores, cores);
        }

        @Override
        public String remedy() {
            return "give it whole cores (such as docker run --cpuset-cpus) in place of a quota";
        }
    }

    /// The CPU frequency governor is `powersave` on some or all cores.
    record PowerSaving(String governor) implements MachineWarning {
        @Override
        public String code() {
            return "power-saving";
        }

        @Override
        public String sentence() {
            return "the CPU frequency governor is %s, which lets cores run slower than they can"
                    .formatted(governor);
        }

        @Override
        public String remedy() {
            return "set it to performance, such as with cpupower frequency-set -g performance";
        }
    }

    /// The machine runs on its battery.
    record OnBattery() implements MachineWarning {
        @Override
        public String code() {
            return "on-battery";
        }

        @Override
        public String sentence() {
            return "the machine runs on its battery, which may make it slower";
        }

        @Override
        public String remedy() {
            return "plug it in";
        }
    }

    /// The wall clock was set, or the machine slept, during the run.
    ///
    /// @param step movement of the wall clock against the monotonic clock; negative if backwards
    record ClockStep(Duration step) implements MachineWarning {
        @Override
        public String code() {
            return "clock-step";
        }

        @Override
        public String sentence() {
            return "the wall clock moved by %+.1f s against the steady clock during the run: it was set, or the machine slept"
                    .formatted(step.toNanos() / 1e9);
        }

        @Override
        public String remedy() {
            return "trust neither started_at nor process_ms, and measure again where the machine slept";
        }
    }

    /// Returns the warnings about the machine before the first trial.
    static List<MachineWarning> before(Environment environment) {
        List<MachineWarning> warnings = new ArrayList<>();
        int cores = environment.processor().logicalCores();
        environment.activity().busyShare().stream()
                .filter(share -> share > BUSY_SHARE)
                .mapToObj(Busy::new)
                .forEach(warnings::add);
        environment.activity().loadAverage().stream()
                .filter(average -> average > LOAD_PER_CORE * cores)
                .mapToObj(average -> new Loaded(average, cores))
                .forEach(warnings::add);
        environment.container().cpuQuotaCores().stream()
                .filter(quota -> quota < cores)
                .mapToObj(quota -> new CpuQuota(quota, cores))
                .forEach(warnings::add);
        environment
                .power()
                .governor()
                .filter(governor -> List.of(governor.split(", ", -1)).contains("powersave"))
                .map(PowerSaving::new)
                .ifPresent(warnings::add);
        environment
                .power()
                .onBattery()
                .filter(onBattery -> onBattery)
                .map(_ -> new OnBattery())
                .ifPresent(warnings::add);
        return warnings;
    }
}
