package dev.weft.process;

import com.google.common.base.Throwables;
import dev.weft.calibrate.CalibrationException;
import dev.weft.plan.CalibrationSpec;
import dev.weft.plan.Credentials;
import dev.weft.runjson.Calibration;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calibrates in a JVM of its own, so that neither weft's own work nor a mode's is in the figures.
///
/// @param main the child's main class
/// @param log what the child writes to standard error
/// @param limit how long it may take
public record ForkedCalibration(Class<?> main, Path log, Duration limit) {
    /// The client keeps as many connections as the bandwidth is measured over, and code is compiled
    /// once and soon: a short-lived JVM gains nothing from the second compiler, whose threads take
    /// a core from what is timed.
    private static final List<String> OPTIONS =
            List.of("-Dhttp.maxConnections=16", "-XX:TieredStopAtLevel=1");

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration LIMIT_PER_ARCHIVE = Duration.ofMinutes(1);

    public ForkedCalibration {
        Objects.requireNonNull(main);
        Objects.requireNonNull(log);
        Objects.requireNonNull(limit);
    }

    /// With the limit that users get: several times what a calibration of a slow target takes.
    public static ForkedCalibration of(Class<?> main, Path log, CalibrationSpec spec) {
        return new ForkedCalibration(
                main, log, LIMIT.plus(LIMIT_PER_ARCHIVE.multipliedBy(spec.archives().size())));
    }

    /// Calibrates. The JVM has ended when this returns; what it uploaded is still there, and
    /// [dev.weft.calibrate.CalibrationKeys] knows which objects these are.
    ///
    /// @throws CalibrationException with the reason in one sentence; a run can go on without
    public Calibration calibrate(CalibrationSpec spec)
            throws CalibrationException, InterruptedException {
        boolean keepAws = spec.target().credentials() instanceof Credentials.Chain;
        try (ChildJvm child =
                ChildJvm.start(main, OPTIONS, log, keepAws, ChildTimeouts.STANDARD.end())) {
            boolean answered = false;
            try {
                Calibration calibration = calibrate(spec, child);
                answered = true;
                return calibration;
            } finally {
                if (!answered) {
                    child.kill();
                }
            }
        } catch (IOException e) {
            throw impossible("no JVM could be started: " + e.getMessage());
        }
    }

    private Calibration calibrate(CalibrationSpec spec, ChildJvm child)
            throws CalibrationException, InterruptedException {
        FutureTask<Optional<FromCalibration>> answer = new FutureTask<>(() -> ask(spec, child));
        Thread.ofVirtual().name("weft-calibration").start(answer);
        try {
            Optional<FromCalibration> said = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (said.isEmpty()) {
                throw impossible(child.lastWords());
            }
            return switch (said.get()) {
                case FromCalibration.Done(Calibration calibration) -> calibration;
                case FromCalibration.Failed(String message) ->
                        throw new CalibrationException(message);
            };
        } catch (TimeoutException e) {
            throw impossible("it took longer than %d s".formatted(limit.toSeconds()));
        } catch (ExecutionException e) {
            throw impossible(String.valueOf(Throwables.getRootCause(e).getMessage()));
        }
    }

    /// Empty where the child ended without an answer.
    private static Optional<FromCalibration> ask(CalibrationSpec spec, ChildJvm child)
            throws IOException, ProtocolException {
        MessageChannel<FromCalibration, ToCalibration> wire =
                new MessageChannel<>(
                        FromCalibration.class, ToCalibration.class, child.output(), child.input());
        try {
            wire.send(new ToCalibration.Calibrate(spec));
        } catch (IOException e) {
            // What it said last explains it better.
        }
        return wire.receive();
    }

    private static CalibrationException impossible(String why) {
        return new CalibrationException("the calibration came to nothing: " + why);
    }
}
