package dev.weft.diagnose;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/// A JVM that does what a recording is to show, in two acts, and prints when each began and ended.
final class Culprit {
    private static final Duration BURNING = Duration.ofMillis(600);
    private static final int HELD_MILLIS = 60;
    private static final int BLOCKS = 40_000;

    /// References of 4 bytes.
    private static final int BALLASTS = 2_500;

    private final Object monitor = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private long sum;

    private Culprit() {}

    /// A class of its own, to be found among what was allocated.
    static final class Ballast {}

    /// Its initializer waits: the JVM's own frames below it pin a virtual thread.
    static final class SlowToInitialize {
        static final long READY = ready();

        private SlowToInitialize() {}

        private static long ready() {
            sleep();
            return 1;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Culprit culprit = new Culprit();
        Instant first = Instant.now();
        culprit.burnFirst();
        Instant second = Instant.now();
        culprit.burnSecond();
        culprit.allocate();
        culprit.contend();
        culprit.pin();
        Instant end = Instant.now();
        System.out.println(first + " " + second + " " + end + " " + culprit.sum);
    }

    private void burnFirst() {
        long until = System.nanoTime() + BURNING.toNanos();
        while (System.nanoTime() < until) {
            sum = sum * 31 + 1;
        }
    }

    private void burnSecond() {
        long until = System.nanoTime() + BURNING.toNanos();
        while (System.nanoTime() < until) {
            sum = sum * 37 + 1;
        }
    }

    private void allocate() {
        List<Ballast[]> kept = new ArrayList<>();
        for (int block = 0; block < BLOCKS; block++) {
            kept.add(new Ballast[BALLASTS]);
            if (kept.size() > 100) {
                sum += kept.removeFirst().length;
            }
        }
    }

    private void contend() throws InterruptedException {
        synchronized (monitor) {
            Thread waiting = Thread.ofPlatform().start(this::enterMonitor);
            awaitState(waiting, Thread.State.BLOCKED);
            sleep();
            sum += waiting.threadId();
        }
        Thread waiting = Thread.ofPlatform().unstarted(this::takeLock);
        lock.lock();
        try {
            waiting.start();
            awaitState(waiting, Thread.State.WAITING);
            sleep();
        } finally {
            lock.unlock();
        }
        waiting.join();
    }

    private static void awaitState(Thread thread, Thread.State state) {
        while (thread.getState() != state) {
            Thread.onSpinWait();
        }
    }

    private void enterMonitor() {
        synchronized (monitor) {
            sum++;
        }
    }

    private void takeLock() {
        lock.lock();
        try {
            sum++;
        } finally {
            lock.unlock();
        }
    }

    private void pin() throws InterruptedException {
        Thread pinned = Thread.ofVirtual().start(() -> sum += SlowToInitialize.READY);
        pinned.join();
    }

    private static void sleep() {
        try {
            Thread.sleep(HELD_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
