package dev.weft.child;

import java.lang.management.ManagementFactory;

/// How the child JVM of a trial ends once nobody is there any more who would hear of a result.
final class ChildExit {
    private static final String RECORDED = "-XX:StartFlightRecording";

    private ChildExit() {}

    /// Ends this JVM: at once, connections and all; only where it is being recorded, by the way of
    /// its shutdown hooks, since the flight recorder writes its file in one of them.
    ///
    /// It looks at the options of the JVM, because to ask the recorder itself would load it.
    static void now() {
        boolean recorded = false;
        try {
            recorded =
                    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                            .anyMatch(option -> option.startsWith(RECORDED));
        } finally {
            if (recorded) {
                System.exit(0);
            }
            Runtime.getRuntime().halt(0);
        }
    }
}
