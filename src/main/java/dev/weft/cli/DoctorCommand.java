package dev.weft.cli;

import dev.weft.doctor.Finding;
import dev.weft.doctor.MachineFindings;
import dev.weft.doctor.TargetFindings;
import dev.weft.machine.MachineSurvey;
import dev.weft.machine.SystemLimits;
import dev.weft.machine.WeftVersion;
import dev.weft.plan.KeyPrefixes;
import dev.weft.plan.Target;
import dev.weft.screen.Terminal;
import dev.weft.session.EmbeddedTarget;
import dev.weft.session.ExitCode;
import dev.weft.session.RunIds;
import dev.weft.session.UsageException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Checks everything that a run depends on, and prints problems with their remedies.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Looks at the machine and at the S3 server that is configured.",
            "Prints one line per check: ok, warning or failure."
        },
        exitCodeList = {
            "0:nothing hinders a run, though there may be warnings",
            "1:something fails",
            "2:it could not be begun as asked for"
        })
@HelpExample(value = "weft doctor", does = "this machine, and the server that is configured")
@HelpExample(value = "weft doctor --concurrency=4000", does = "does it carry so many at once?")
@HelpExample(
        value = "weft doctor --bucket=my-bucket --region=eu-west-1 --write-check",
        does = "is all allowed there that a run needs?")
final class DoctorCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final InstantSource clock = InstantSource.system();

    @Option(
            names = "--write-check",
            description =
                    "put, read, list and delete an object below weft/doctor-<id>/, and name each permission that is missing; with no server configured, on one that weft starts")
    private boolean writeCheck;

    @Option(
            names = "--concurrency",
            defaultValue = "64",
            paramLabel = "NUMBER",
            description =
                    "uploads at once that the machine is to carry (default: ${DEFAULT-VALUE})")
    private int concurrency;

    @Mixin private TargetOptions target = new TargetOptions();

    DoctorCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        if (concurrency < 1) {
            throw new UsageException(
                    "--concurrency is %d; it is a whole number from 1 on".formatted(concurrency));
        }
        EnvironmentSettings settings =
                EnvironmentSettings.of(terminal.variables(), terminal.folder());
        Optional<Target> configured = target.configured(settings, terminal.folder());
        List<Finding> findings =
                new ArrayList<>(
                        new MachineFindings(
                                        MachineSurvey.ofThisMachine()
                                                .environment(WeftVersion.number()),
                                        SystemLimits.ofThisMachine(),
                                        concurrency)
                                .lines());
        findings.addAll(
                configured.isPresent() ? against(configured.get(), settings) : againstEmbedded());
        findings.forEach(finding -> finding.print(terminal.out()));
        terminal.out().flush();
        return findings.stream().anyMatch(finding -> finding.state() == Finding.State.FAILURE)
                ? ExitCode.FAILED
                : ExitCode.OK;
    }

    private List<Finding> against(Target configured, EnvironmentSettings settings) {
        TargetFindings of = new TargetFindings(configured, clock);
        List<Finding> findings = new ArrayList<>(of.configuration(settings.environment()));
        TargetFindings.Answer answer = of.answer();
        findings.addAll(answer.lines());
        if (writeCheck && answer.locks()) {
            findings.add(
                    Finding.warning(
                            "write",
                            "nothing was written, because Object Lock would keep it",
                            "use another bucket"));
        } else if (writeCheck) {
            findings.addAll(of.writeCheck(prefix()));
        }
        return findings;
    }

    private List<Finding> againstEmbedded() throws Exception {
        List<Finding> findings = new ArrayList<>();
        findings.add(
                Finding.ok(
                        "endpoint",
                        "none is configured, so that weft run starts a server of its own"));
        if (writeCheck) {
            try (TemporaryFolder folder = TemporaryFolder.named("weft-doctor");
                    EmbeddedTarget server =
                            EmbeddedTarget.start(
                                    new FaultOptions().plan(terminal.folder()), folder.path())) {
                findings.addAll(new TargetFindings(server.target(), clock).writeCheck(prefix()));
            }
        }
        return findings;
    }

    private String prefix() {
        return KeyPrefixes.ofDoctor(RunIds.next(clock.instant())).all();
    }
}
