package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.JvmActivity;
import dev.weft.diagnose.Diagnosis.Sampler;
import dev.weft.diagnose.Diagnosis.Subject;
import java.io.IOException;
import java.lang.constant.ClassDesc;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedClass;
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

    private static final String SEMAPHORE = "java.util.concurrent.Semaphore$";

    private static final List<String> LOCKS =
            List.of(
                    "java.util.concurrent.locks.ReentrantLock$",
                    "java.util.concurrent.locks.ReentrantReadWriteLock$",
                    "java.util.concurrent.locks.StampedLock",
                    SEMAPHORE);

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
                new JvmActivity(collections, pauseTime, compileTime));
    }

    private void addEvent(RecordedEvent event) {
        Duration within = windows.overlap(event.getStartTime(), event.getEndTime());
        if (!within.isZero() || windows.contains(event.getStartTime())) {
            addEvent(event, within);
        }
    }

    /// Adds an event of which at least a part lies in the windows.
    private void addEvent(RecordedEvent event, Duration within) {
        switch (event.getEventType().getName()) {
            case "jdk.CPUTimeSample" -> addCpuSample(event);
            case "jdk.CPUTimeSamplesLost" -> cpu.addLost(event.getInt("lostSamples"));
            case "jdk.ExecutionSample" -> execution.add(Stack.of(event), 1);
            case "jdk.NativeMethodSample" -> addNativeSample(Stack.of(event));
            case "jdk.ObjectAllocationSample" ->
                    allocation.add(
                            typeName(event.getClass("objectClass").getName()),
                            event.getLong("weight"));
            case "jdk.VirtualThreadPinned" ->
                    pins.add(
                            String.valueOf(event.getString("pinnedReason")),
                            Stack.of(event).applicationMethod(),
                            within);
            case "jdk.JavaMonitorEnter" ->
                    addLockWait(event, lockClass(event, "monitorClass"), within);
            case "jdk.ThreadPark" -> addLockWait(event, parkedLock(event), within);
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
            cpu.addLost(1);
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
        if (windows.contains(event.getStartTime())) {
            collections++;
            pauseTime = pauseTime.plus(event.getDuration("sumOfPauses"));
        }
    }

    private void addLockWait(RecordedEvent event, Optional<String> lock, Duration within) {
        lock.ifPresent(name -> locks.add(name, Stack.of(event).applicationMethod(), within));
    }

    /// Returns the class of the lock that a thread parked for, without the nested class that parks,
    /// such as `ReentrantLock$NonfairSync`.
    ///
    /// It is empty for waits for work, which also park a thread (a condition of a queue, a pool, a
    /// future). Semaphores of `dev.weft.run` are left out too: they limit the concurrency of a
    /// pass, so waiting is their purpose.
    private static Optional<String> parkedLock(RecordedEvent event) {
        return lockClass(event, "parkedClass")
                .filter(lockClass -> LOCKS.stream().anyMatch(lockClass::startsWith))
                .filter(lockClass -> !lockClass.startsWith(SEMAPHORE) || !isInRun(event))
                .map(lockClass -> lockClass.replaceFirst("\\$.*", ""));
    }

    private static boolean isInRun(RecordedEvent event) {
        return Stack.of(event).applicationMethod().startsWith("dev.weft.run.");
    }

    /// Returns the class of a lock; empty for waits of the recorder itself.
    private static Optional<String> lockClass(RecordedEvent event, String field) {
        return Optional.<RecordedClass>ofNullable(event.getClass(field))
                .filter(_ -> !Stack.of(event).involves(CodeOwner.RECORDER))
                .map(lockClass -> typeName(lockClass.getName()));
    }

    /// Returns the name of a class as in source code.
    ///
    /// @param name name in the JVM, such as `[B` or `[Ljava.lang.Object;`
    static String typeName(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        String element = name.substring(1);
        if (element.startsWith("[")) {
            return typeName(element) + "[]";
        }
        return element.startsWith("L")
                ? element.substring(1, element.length() - 1) + "[]"
                : ClassDesc.ofDescriptor(element).displayName() + "[]";
    }
}
