package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/// Stack of a thread.
///
/// @param frames frames, the innermost first
record Stack(List<Frame> frames) {
    static final String UNKNOWN = "(unknown)";

    Stack {
        frames = List.copyOf(frames);
    }

    /// Returns the stack of an event; without frames if the recorder could not walk it.
    static Stack of(RecordedEvent event) {
        RecordedStackTrace trace = event.getStackTrace();
        return new Stack(
                trace == null
                        ? List.of()
                        : trace.getFrames().stream()
                                .filter(RecordedFrame::isJavaFrame)
                                .map(frame -> Frame.of(frame.getMethod()))
                                .toList());
    }

    /// Returns the method that ran.
    String top() {
        return frames.isEmpty() ? UNKNOWN : frames.getFirst().name();
    }

    /// Returns the innermost frame whose class has a code owner.
    Optional<Frame> owner() {
        return frames.stream().filter(frame -> frame.layer().isPresent()).findFirst();
    }

    CodeOwner layer() {
        return owner().flatMap(Frame::layer).orElse(CodeOwner.OTHER);
    }

    /// Returns true if any frame belongs to a code owner.
    boolean involves(CodeOwner layer) {
        return frames.stream().anyMatch(frame -> frame.layer().equals(Optional.of(layer)));
    }

    /// Returns the innermost method outside the JDK, or the top method if there is none.
    String caller() {
        return frames.stream()
                .filter(frame -> !frame.isOfTheJdk())
                .findFirst()
                .map(Frame::name)
                .orElse(top());
    }
}
