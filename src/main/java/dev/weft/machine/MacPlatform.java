package dev.weft.machine;

import java.util.Optional;
import java.util.OptionalInt;

/// macOS, as `sysctl` and `pmset` tell of it.
record MacPlatform(SystemCommand command) implements Platform {
    @Override
    public Optional<String> processorModel() {
        return control("machdep.cpu.brand_string");
    }

    @Override
    public OptionalInt physicalCores() {
        return control("hw.physicalcpu")
                .map(MachineFiles::parsed)
                .filter(cores -> cores.isPresent())
                .map(cores -> OptionalInt.of(Math.toIntExact(cores.getAsLong())))
                .orElse(OptionalInt.empty());
    }

    @Override
    public OperatingSystem system() {
        OperatingSystem known = Platform.super.system();
        return new OperatingSystem(
                known.name(), known.version(), control("kern.osrelease"), known.architecture());
    }

    @Override
    public PowerState power() {
        return new PowerState(
                Optional.empty(),
                Optional.empty(),
                command.output("pmset", "-g", "batt")
                        .map(said -> said.contains("'Battery Power'")));
    }

    @Override
    public OptionalInt ephemeralPorts() {
        return control("net.inet.ip.portrange.first")
                .flatMap(
                        first ->
                                control("net.inet.ip.portrange.last")
                                        .map(last -> MachineFiles.ports(first, last)))
                .orElse(OptionalInt.empty());
    }

    private Optional<String> control(String name) {
        return command.output("sysctl", "-n", name);
    }
}
