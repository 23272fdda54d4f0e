package dev.weft.machine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalDouble;

/// Collects the properties and the current load of the machine.
public final class MachineSurvey {
    /// Sample time of the load: 20 ticks of the kernel per core.
    private static final Duration SAMPLE_TIME = Duration.ofMillis(200);

    private final Platform platform;
    private final Duration sampleTime;

    MachineSurvey(Platform platform, Duration sampleTime) {
        this.platform = platform;
        this.sampleTime = sampleTime;
    }

    /// Returns a survey of the machine that this JVM runs on.
    public static MachineSurvey ofThisMachine() {
        return new MachineSurvey(Platform.here(), SAMPLE_TIME);
    }

    /// Returns the current environment. Takes slightly more than the 200 ms sample of the load.
    ///
    /// @param weftVersion version number, as in `weft --version`
    public Environment environment(String weftVersion) throws InterruptedException {
        // First, so that the load excludes weft's own file reads.
        MachineActivity activity = activity();
        return new Environment(
                new Processor(
                        platform.processorModel(),
                        platform.physicalCores(),
                        platform.logicalCores(),
                        Runtime.getRuntime().availableProcessors()),
                platform.memoryBytes(),
                platform.container(),
                platform.system(),
                Jvm.own(),
                Libraries.onTheClassPath(),
                WeftVersion.own(weftVersion),
                platform.power(),
                activity);
    }

    private MachineActivity activity() throws InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        return new MachineActivity(
                load < 0 ? OptionalDouble.empty() : OptionalDouble.of(load),
                platform.busyShare(sampleTime));
    }
}
