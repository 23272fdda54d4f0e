package dev.weft.machine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.OptionalDouble;

/// Looks at the machine.
public final class MachineSurvey {
    /// How long the load is looked at: 20 ticks of the kernel a core.
    private static final Duration LOOK = Duration.ofMillis(200);

    private final Platform platform;
    private final Duration look;

    MachineSurvey(Platform platform, Duration look) {
        this.platform = platform;
        this.look = look;
    }

    /// A survey of the machine that this JVM runs on.
    public static MachineSurvey ofThisMachine() {
        return new MachineSurvey(Platform.here(), LOOK);
    }

    /// What is there now. Takes the 200 ms of looking at the load, and a few more.
    ///
    /// @param weftVersion as `weft --version` says it
    public Environment environment(String weftVersion) throws InterruptedException {
        // First of all, before weft's own reading of files shows in it.
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
                platform.busyShare(look));
    }
}
