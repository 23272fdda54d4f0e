package dev.weft.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.mode.Async;
import dev.weft.mode.Mode;
import dev.weft.mode.ThreadPerItem;
import dev.weft.record.ItemCounts;
import dev.weft.record.ItemRow;
import dev.weft.run.MadeUpPass;
import dev.weft.testing.Embedded;
import dev.weft.testing.MadeUpItems;
import dev.weft.testing.ServerStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class ConnectionWaitTest {
    private static final Duration LATENCY = Duration.ofMillis(20);
    private static final int ITEMS = 24;
    private static final int OPEN = 8;

    @TempDir private static Path folder;
    private static Embedded server;

    @BeforeAll
    static void startServer() throws Exception {
        server = Embedded.start(folder, LATENCY);
    }

    @AfterAll
    static void closeServer() {
        server.close();
    }

    @ParameterizedTest
    @MethodSource("modes")
    void everyUploadTellsHowLongItWaited(Mode mode) throws Exception {
        List<ItemRow> rows = upload(mode, OPEN);
        assertThat(rows)
                .hasSize(ITEMS)
                .allSatisfy(
                        row -> assertThat(row.connectionWaitNanos().orElseThrow()).isNotNegative());
    }

    /// An upload without a free connection waits until another one ends.
    @ParameterizedTest
    @MethodSource("modes")
    void uploadsWaitForConnectionsWhereThePoolIsSmallerThanTheConcurrency(Mode mode)
            throws Exception {
        List<ItemRow> rows = upload(mode, 2);
        long waitNanos = rows.stream().mapToLong(row -> row.connectionWaitNanos().orElse(0)).sum();
        assertThat(Duration.ofNanos(waitNanos)).isGreaterThan(LATENCY);
    }

    static Stream<Named<Mode>> modes() {
        return Stream.of(
                Named.of("threads", ThreadPerItem.platform(OPEN)),
                Named.of("virtual", ThreadPerItem.virtual()),
                Named.of("async", new Async()));
    }

    private static List<ItemRow> upload(Mode mode, int connections) throws Exception {
        try (mode;
                ServerStore store = new ServerStore(server.target(), connections)) {
            MadeUpPass pass = MadeUpPass.over(MadeUpItems.of(ITEMS), OPEN);
            store.below("weft/").drive(mode, pass.pass());
            assertThat(pass.counts()).isEqualTo(new ItemCounts(ITEMS, 0, 0));
            return pass.rows();
        }
    }
}
