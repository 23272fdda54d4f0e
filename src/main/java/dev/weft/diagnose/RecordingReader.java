package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.Pauses;
import dev.weft.diagnose.Diagnosis.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Reads a recording event by event, so that memory does not grow with its length.
public final class RecordingReader {
    /// Native methods that wait without using the CPU; the execution sampler samples them too.
    private static final List<String> WAITING_METHODS =
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
    private Duration pauseTime = Duration.ZERO;
    private Duration compileTime = Duration.ZERO;

    private RecordingReader(RecordingWindows windows) {
        this.windows = windows;
    }

    /// Summarizes the part of a recording that lies in the windows.
    ///
    /// @throws IOException if the recording does not exist or cannot be read to its end
    public static Diagnosis read(Path recording, Subject subject, RecordingWindows windows)
            throws IOException {
        RecordingReader reader = new RecordingReader(windows);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                reader.addEvent(file.readEvent());
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
                new Pauses(collections, pauseTime, compileTime));
    }

    private void addEvent(RecordedEvent event) {
        Duration within = windows.clipped(event.getStartTime(), event.getEndTime());
        if (!within.isZero() || windows.contain(event.getStartTime())) {
            addEvent(event, within);
        }
    }

    /// Adds an event of which at least a part lies in the windows.
    private void addEvent(RecordedEvent event, Duration within) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> addCpuSample(event);
            case "jdk.CPUTimeSamplesLost" -> cpu.lose(event.getInt("lostSamples"));
            case "jdk.ExecutionSample" -> execution.add(Stack.of(event), 1);
            case "jdk.NativeMethodSample" -> addNativeSample(Stack.of(event));
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
                            .ifPresent(lock -> locks.add(lock, caller(event), within));
            case "jdk.ThreadPark" ->
                    LockWaits.parked(event)
                            .ifPresent(lock -> locks.add(lock, caller(event), within));
            case "jdk.GarbageCollection" -> addCollection(event);
            case "jdk.Compilation" -> compileTime = compileTime.plus(within);
            default -> {
                // The recorder also writes events about itself.
            }
        }
    }

    /// Adds a sample with its period as weight: a late sample stands for several periods.
    private void addCpuSample(RecordedEvent event) {
        if (event.getBoolean("failed")) {
            cpu.lose(1);
        } else {
            cpu.add(Stack.of(event), event.getDuration("samplingPeriod").toNanos());
        }
    }

    private void addNativeSample(Stack stack) {
        if (!WAITING_METHODS.contains(stack.top())) {
            execution.add(stack, 1);
        }
    }

    /// Adds a collection that began in the windows. Its pauses count in full, even where they end
    /// after a window.
    private void addCollection(RecordedEvent event) {
        if (windows.contain(event.getStartTime())) {
            collections++;
            pauseTime = pauseTime.plus(event.getDuration("sumOfPauses"));
        }
    }

    private static String caller(RecordedEvent event) {
        return Stack.of(event).caller();
    }
}
