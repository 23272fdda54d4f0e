package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;

/// Where a thread was.
///
/// @param frames the innermost first
record Stack(List<Frame> frames) {
    static final String UNKNOWN = "(unknown)";

    Stack {
        frames = List.copyOf(frames);
    }

    /// The stack of an event; without frames where the recorder could not walk it.
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

    /// The method that ran.
    String top() {
        return frames.isEmpty() ? UNKNOWN : frames.getFirst().name();
    }

    /// The innermost method of a named layer: who is to thank for what the top does.
    Optional<Frame> owner() {
        return frames.stream().filter(frame -> frame.layer().isPresent()).findFirst();
    }

    CodeOwner layer() {
        return owner().flatMap(Frame::layer).orElse(CodeOwner.OTHER);
    }

    /// Whether a layer has any part in it.
    boolean involves(CodeOwner layer) {
        return frames.stream().anyMatch(frame -> frame.layer().equals(Optional.of(layer)));
    }

    /// The innermost method outside the JDK; where there is none, the top.
    String caller() {
        return frames.stream()
                .filter(frame -> !frame.isOfTheJdk())
                .findFirst()
                .map(Frame::name)
                .orElse(top());
    }
}
