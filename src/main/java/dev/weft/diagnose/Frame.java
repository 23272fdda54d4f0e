package dev.weft.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedMethod;

/// One method on a stack.
///
/// @param type the full name of its class
record Frame(String type, String method) {
    /// Hidden classes, such as lambdas, have another number in every JVM.
    private static final Pattern HIDDEN = Pattern.compile("(\\$\\$Lambda|LambdaForm\\$\\w+)[./].*");

    private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.", "com.sun.");

    static Frame of(RecordedMethod method) {
        return new Frame(
                HIDDEN.matcher(method.getType().getName()).replaceFirst("$1"), method.getName());
    }

    Optional<CodeOwner> layer() {
        return CodeOwner.of(type);
    }

    boolean isOfTheJdk() {
        return JDK.stream().anyMatch(type::startsWith);
    }

    /// The full name, such as `java.util.HashMap.get`.
    String name() {
        return type + "." + method;
    }
}
