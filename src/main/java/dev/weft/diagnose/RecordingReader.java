package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Pauses;
import dev.weft.diagnose.Diagnosis.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Reads a recording event by event: its length does not matter to memory.
public final class RecordingReader {
    /// Native methods that wait without using the CPU. The sampler of real time cannot tell.
    private static final List<String> WAITING =
            List.of(
                    "sun.nio.ch.EPoll.wait",
                    "sun.nio.ch.KQueue.poll",
                    "sun.nio.ch.WEPoll.wait",
                    "sun.nio.ch.Net.poll",
                    "sun.nio.ch.Net.accept",
                    "java.io.FileInputStream.readBytes");

    private final RecordingWindows windows;
    private final SampleTally cpu = new SampleTally();
    private final SampleTally execution = new SampleTally();
    private final AllocationTally allocation = new AllocationTally();
    private final WaitTally pins = new WaitTally();
    private final WaitTally locks = new WaitTally();
    private long collections;
    private Duration stopped = Duration.ZERO;
    private Duration compiling = Duration.ZERO;

    private RecordingReader(RecordingWindows windows) {
        this.windows = windows;
    }

    /// What a recording tells of what went on in the windows.
    ///
    /// @throws IOException when there is no such recording, or it cannot be read to its end
    public static Diagnosis read(Path recording, Subject subject, RecordingWindows windows)
            throws IOException {
        RecordingReader reader = new RecordingReader(windows);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                reader.take(file.readEvent());
            }
        }
        return reader.diagnosis(subject);
    }

    private Diagnosis diagnosis(Subject subject) {
        return new Diagnosis(
                subject,
                windows.total(),
                cpu.isEmpty()
                        ? execution.samples(Sampler.EXECUTION)
                        : cpu.samples(Sampler.CPU_TIME),
                allocation.allocation(),
                pins.waits(),
                locks.waits(),
                new Pauses(collections, stopped, compiling));
    }

    private void take(RecordedEvent event) {
        Duration within = windows.clipped(event.getStartTime(), event.getEndTime());
        if (!within.isZero() || windows.contain(event.getStartTime())) {
            take(event, within);
        }
    }

    /// Takes in an event that lies in the windows, at least in part.
    private void take(RecordedEvent event, Duration within) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> takeCpuSample(event);
            case "jdk.CPUTimeSamplesLost" -> cpu.lose(event.getInt("lostSamples"));
            case "jdk.ExecutionSample" -> execution.add(Stack.of(event), 1);
            case "jdk.NativeMethodSample" -> takeNativeSample(Stack.of(event));
            case "jdk.ObjectAllocationSample" ->
                    allocation.add(
                            event.getClass("objectClass").getName(), event.getLong("weight"));
            case "jdk.VirtualThreadPinned" ->
                    pins.add(
                            String.valueOf(event.getString("pinnedReason")),
                            Stack.of(event).caller(),
                            within);
            case "jdk.JavaMonitorEnter" ->
                    LockWaits.monitor(event)
                            .ifPresent(lock -> locks.add(lock, where(event), within));
            case "jdk.ThreadPark" ->
                    LockWaits.parked(event)
                            .ifPresent(lock -> locks.add(lock, where(event), within));
            case "jdk.GarbageCollection" -> takeCollection(event);
            case "jdk.Compilation" -> compiling = compiling.plus(within);
            default -> {
                // What else the recorder tells, such as of itself.
            }
        }
    }

    /// One that came late stands for several periods.
    private void takeCpuSample(RecordedEvent event) {
        if (event.getBoolean("failed")) {
            cpu.lose(1);
        } else {
            cpu.add(Stack.of(event), event.getDuration("samplingPeriod").toNanos());
        }
    }

    private void takeNativeSample(Stack stack) {
        if (!WAITING.contains(stack.top())) {
            execution.add(stack, 1);
        }
    }

    /// A collection may begin in the windows and stop the threads after them; that is not worth
    /// telling apart.
    private void takeCollection(RecordedEvent event) {
        if (windows.contain(event.getStartTime())) {
            collections++;
            stopped = stopped.plus(event.getDuration("sumOfPauses"));
        }
    }

    private static String where(RecordedEvent event) {
        return Stack.of(event).caller();
    }
}
