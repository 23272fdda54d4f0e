package dev.weft.process;

import dev.weft.record.ItemCounts;
import dev.weft.run.Progress;
import dev.weft.server.ServerSettings;
import dev.weft.testing.PassResults;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeSet;

/// Main classes of children that behave, and of children that do not.
final class Children {
    private Children() {}

    private static MessageChannel<ToTrial, FromTrial> wire() {
        return new MessageChannel<>(ToTrial.class, FromTrial.class, System.in, System.out);
    }

    /// Reads until the order to run.
    private static ToTrial.Run awaitRun(MessageChannel<ToTrial, FromTrial> wire)
            throws IOException, ProtocolException {
        while (true) {
            if (wire.receive().orElseThrow() instanceof ToTrial.Run run) {
                return run;
            }
        }
    }

    /// Answers orders without any work.
    static final class Obedient {
        private Obedient() {}

        public static void main(String[] arguments) throws Exception {
            MessageChannel<ToTrial, FromTrial> wire = wire();
            for (Optional<ToTrial> order = wire.receive();
                    order.isPresent();
                    order = wire.receive()) {
                switch (order.get()) {
                    case ToTrial.Open _ -> {}
                    case ToTrial.Run(var pass) -> {
                        wire.send(new FromTrial.Moved(new Progress(1, 0)));
                        wire.send(new FromTrial.Moved(new Progress(1, 1)));
                        if (!pass.prefix().contains("hold")) {
                            wire.send(new FromTrial.Finished(PassResults.stored(pass.number())));
                        }
                    }
                    case ToTrial.Stop(String reason) ->
                            wire.send(
                                    new FromTrial.Finished(
                                            PassResults.stopped(new ItemCounts(1, 1, 1), reason)));
                }
            }
        }
    }

    /// Dies before it has read a word.
    static final class DeadOnArrival {
        private DeadOnArrival() {}

        public static void main(String[] arguments) {
            for (String word : new String[] {"one", "two", "three", "out of luck"}) {
                System.err.println(word);
            }
            System.exit(3);
        }
    }

    /// Dies in the middle of a pass.
    static final class Mortal {
        private Mortal() {}

        public static void main(String[] arguments) throws Exception {
            awaitRun(wire());
            Runtime.getRuntime().halt(7);
        }
    }

    /// Fills its heap during a pass, in a background thread.
    static final class Greedy {
        private Greedy() {}

        public static void main(String[] arguments) throws Exception {
            awaitRun(wire());
            Thread greedy = Thread.ofPlatform().start(Greedy::grow);
            greedy.join();
            Thread.sleep(Duration.ofMinutes(10));
        }

        private static void grow() {
            for (int bytes = 1; bytes > 0; bytes = Math.multiplyExact(bytes, 2)) {
                System.err.println(new byte[bytes].length);
            }
        }
    }

    /// Reports that the trial has failed, with its process id, and waits.
    static final class Broken {
        private Broken() {}

        public static void main(String[] arguments) throws Exception {
            MessageChannel<ToTrial, FromTrial> wire = wire();
            awaitRun(wire);
            wire.send(new FromTrial.Broke("pid " + ProcessHandle.current().pid()));
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    /// Reports the variables of the SDK that it sees.
    static final class Watchful {
        private Watchful() {}

        public static void main(String[] arguments) throws Exception {
            MessageChannel<ToTrial, FromTrial> wire = wire();
            awaitRun(wire);
            TreeSet<String> names = new TreeSet<>(System.getenv().keySet());
            names.removeIf(name -> !name.startsWith("AWS_"));
            wire.send(new FromTrial.Broke(String.valueOf(names)));
        }
    }

    /// Prints what is no message.
    static final class Talkative {
        private Talkative() {}

        public static void main(String[] arguments) throws Exception {
            awaitRun(wire());
            System.out.println("Hello!");
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    /// Never answers, and does not even end when its input does.
    static final class Stubborn {
        private Stubborn() {}

        public static void main(String[] arguments) throws Exception {
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    /// A server that prints a greeting instead of its address.
    static final class TalkativeServer {
        private TalkativeServer() {}

        public static void main(String[] arguments) throws Exception {
            System.out.println("Hello!");
            Thread.sleep(Duration.ofMinutes(10));
        }
    }

    /// Is a server that cannot serve.
    static final class RefusingServer {
        private RefusingServer() {}

        public static void main(String[] arguments) throws Exception {
            MessageChannel<ToServer, FromServer> wire =
                    new MessageChannel<>(ToServer.class, FromServer.class, System.in, System.out);
            if (wire.receive().orElseThrow() instanceof ToServer.Start(ServerSettings settings)) {
                wire.send(new FromServer.Failed("port %d is in use".formatted(settings.port())));
            }
        }
    }
}
