package dev.weft.child;

import dev.weft.calibrate.CalibrationException;
import dev.weft.calibrate.Calibrator;
import dev.weft.plan.CalibrationSpec;
import dev.weft.process.FromCalibration;
import dev.weft.process.MessageChannel;
import dev.weft.process.ProtocolException;
import dev.weft.process.SignalHandling;
import dev.weft.process.ToCalibration;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/// Main class of a calibration's child JVM. Runs one calibration, sends its result, and ends. Ends
/// earlier when its input ends.
public final class CalibrationMain {
    private CalibrationMain() {}

    /// Runs the child.
    public static void main(String[] arguments)
            throws IOException, ProtocolException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        SignalHandling.leaveToParent();
        PrintStream messages = System.out;
        // Other output must not break the message.
        System.setOut(System.err);
        MessageChannel<ToCalibration, FromCalibration> wire =
                new MessageChannel<>(
                        ToCalibration.class, FromCalibration.class, System.in, messages);
        if (wire.receive().orElse(null) instanceof ToCalibration.Calibrate(CalibrationSpec spec)) {
            Thread.ofPlatform().daemon().name("weft-orders").start(() -> endWithInput(wire));
            wire.send(answer(spec));
        }
    }

    private static FromCalibration answer(CalibrationSpec spec) throws InterruptedException {
        try {
            return new FromCalibration.Done(Calibrator.calibrate(spec));
        } catch (CalibrationException e) {
            return new FromCalibration.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            // The last lines of a stack trace would hide the reason.
            e.printStackTrace();
            return new FromCalibration.Failed("weft has a defect: " + e);
        }
    }

    private static void endWithInput(MessageChannel<ToCalibration, FromCalibration> wire) {
        try {
            var _ = wire.receive();
        } catch (IOException | ProtocolException e) {
            System.err.println(e);
        } finally {
            // The parent is gone.
            Runtime.getRuntime().halt(0);
        }
    }
}
