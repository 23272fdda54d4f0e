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
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Calibrates in a child JVM, to keep the work of weft and of the modes out of the figures.
///
/// @param main main class of the child
/// @param log file for the child's standard error
/// @param limit timeout of the calibration
public record ForkedCalibration(Class<?> main, Path log, Duration limit) {
    /// The client may keep 16 idle connections, enough for the bandwidth probe. Only the first JIT
    /// compiler runs: a short-lived JVM gains nothing from the second one, whose threads would take
    /// a core from the timed work.
    private static final List<String> OPTIONS =
            List.of("-Dhttp.maxConnections=16", "-XX:TieredStopAtLevel=1");

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Duration LIMIT_PER_ARCHIVE = Duration.ofMinutes(1);

    /// Creates one with the standard timeout, several times the duration for a slow target.
    public static ForkedCalibration of(Class<?> main, Path log, CalibrationSpec spec) {
        return new ForkedCalibration(
                main, log, LIMIT.plus(LIMIT_PER_ARCHIVE.multipliedBy(spec.archives().size())));
    }

    /// Calibrates and ends the child JVM. The uploaded objects stay in the bucket;
    /// [dev.weft.calibrate.CalibrationKeys] deletes them.
    ///
    /// @throws CalibrationException if the calibration fails; a run can continue without it
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
            throw failure("no JVM could be started: " + e.getMessage());
        }
    }

    private Calibration calibrate(CalibrationSpec spec, ChildJvm child)
            throws CalibrationException, InterruptedException {
        FutureTask<Optional<FromCalibration>> answer = new FutureTask<>(() -> request(spec, child));
        Thread.ofVirtual().name("weft-calibration").start(answer);
        try {
            Optional<FromCalibration> reply = answer.get(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (reply.isEmpty()) {
                throw failure(child.lastWords());
            }
            return switch (reply.get()) {
                case FromCalibration.Done(Calibration calibration) -> calibration;
                case FromCalibration.Failed(String message) ->
                        throw new CalibrationException(message);
            };
        } catch (TimeoutException e) {
            throw failure("it took longer than %d s".formatted(limit.toSeconds()));
        } catch (ExecutionException e) {
            throw failure(String.valueOf(Throwables.getRootCause(e).getMessage()));
        }
    }

    /// Empty if the child exited without an answer.
    private static Optional<FromCalibration> request(CalibrationSpec spec, ChildJvm child)
            throws IOException, ProtocolException {
        MessageChannel<FromCalibration, ToCalibration> channel =
                new MessageChannel<>(
                        FromCalibration.class, ToCalibration.class, child.output(), child.input());
        try {
            channel.send(new ToCalibration.Calibrate(spec));
        } catch (IOException e) {
            // The child's last output explains the failure better.
        }
        return channel.receive();
    }

    private static CalibrationException failure(String why) {
        return new CalibrationException("the calibration came to nothing: " + why);
    }
}
