package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedMethod;
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
    Optional<Frame> ownerFrame() {
        return frames.stream().filter(frame -> frame.codeOwner().isPresent()).findFirst();
    }

    CodeOwner codeOwner() {
        return ownerFrame().flatMap(Frame::codeOwner).orElse(CodeOwner.OTHER);
    }

    /// Returns true if any frame belongs to a code owner.
    boolean involves(CodeOwner owner) {
        return frames.stream().anyMatch(frame -> frame.codeOwner().equals(Optional.of(owner)));
    }

    /// Returns the innermost method outside the JDK, or the top method if there is none.
    String applicationMethod() {
        return frames.stream()
                .filter(frame -> !frame.isJdk())
                .findFirst()
                .map(Frame::name)
                .orElse(top());
    }

    /// Frame of a stack: one method.
    ///
    /// @param type full name of the class
    record Frame(String type, String method) {
        /// Hidden classes, such as those of lambdas, have a different number in every JVM.
        private static final Pattern HIDDEN_CLASS =
                Pattern.compile("(\\$\\$Lambda|LambdaForm\\$\\w+)[./].*");

        private static final List<String> JDK_PACKAGES =
                List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

        static Frame of(RecordedMethod method) {
            return new Frame(
                    HIDDEN_CLASS.matcher(method.getType().getName()).replaceFirst("$1"),
                    method.getName());
        }

        Optional<CodeOwner> codeOwner() {
            return CodeOwner.of(type);
        }

        boolean isJdk() {
            return JDK_PACKAGES.stream().anyMatch(type::startsWith);
        }

        /// Returns the full name, such as `java.util.HashMap.get`.
        String name() {
            return type + "." + method;
        }
    }
}
