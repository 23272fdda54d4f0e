package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedMethod;

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

    Optional<CodeOwner> layer() {
        return CodeOwner.of(type);
    }

    boolean isOfTheJdk() {
        return JDK_PACKAGES.stream().anyMatch(type::startsWith);
    }

    /// Returns the full name, such as `java.util.HashMap.get`.
    String name() {
        return type + "." + method;
    }
}
