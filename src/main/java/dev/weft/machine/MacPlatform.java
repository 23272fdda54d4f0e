package dev.weft.machine;

import java.util.Optional;
import java.util.OptionalInt;

/// Reads the properties of a Mac from `sysctl` and `pmset`.
record MacPlatform(SystemCommand command) implements Platform {
    @Override
    public Optional<String> processorModel() {
        return sysctl("machdep.cpu.brand_string");
    }

    @Override
    public OptionalInt physicalCores() {
        return sysctl("hw.physicalcpu")
                .map(MachineFiles::parsed)
                .filter(cores -> cores.isPresent())
                .map(cores -> OptionalInt.of(Math.toIntExact(cores.getAsLong())))
                .orElse(OptionalInt.empty());
    }

    @Override
    public OperatingSystem system() {
        OperatingSystem known = Platform.super.system();
        return new OperatingSystem(
                known.name(), known.version(), sysctl("kern.osrelease"), known.architecture());
    }

    @Override
    public PowerState power() {
        return new PowerState(
                Optional.empty(),
                Optional.empty(),
                command.output("pmset", "-g", "batt")
                        .map(output -> output.contains("'Battery Power'")));
    }

    @Override
    public OptionalInt ephemeralPorts() {
        return sysctl("net.inet.ip.portrange.first")
                .flatMap(
                        first ->
                                sysctl("net.inet.ip.portrange.last")
                                        .map(last -> MachineFiles.ports(first, last)))
                .orElse(OptionalInt.empty());
    }

    private Optional<String> sysctl(String name) {
        return command.output("sysctl", "-n", name);
    }
}
