package dev.weft.stats;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.PriorityQueue;

/// A queue in front of C servers, simulated event by event: all items wait from the start, and a
/// server that has completed one takes the one that has waited longest. It never looks ahead to
/// when a server will be free.
final class EventQueue {
    private record Completion(long at, int item) {}

    private final PriorityQueue<Completion> agenda =
            new PriorityQueue<>(Comparator.comparingLong(Completion::at));
    private final Deque<Integer> waiting = new ArrayDeque<>();
    private final long[] services;
    private long now;

    private EventQueue(long[] services) {
        this.services = services;
        for (int item = 0; item < services.length; item++) {
            waiting.add(item);
        }
    }

    /// When each item is done.
    static long[] completions(long[] services, int servers) {
        EventQueue queue = new EventQueue(services);
        long[] completions = new long[services.length];
        for (int server = 0; server < servers; server++) {
            queue.takeNext();
        }
        while (!queue.agenda.isEmpty()) {
            Completion completion = queue.agenda.remove();
            queue.now = completion.at;
            completions[completion.item] = queue.now;
            queue.takeNext();
        }
        return completions;
    }

    private void takeNext() {
        if (!waiting.isEmpty()) {
            int item = waiting.remove();
            agenda.add(new Completion(now + services[item], item));
        }
    }
}
