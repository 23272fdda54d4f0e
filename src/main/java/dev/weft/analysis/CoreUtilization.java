package dev.weft.analysis;

import dev.weft.record.PassRow;
import java.time.Duration;
import java.util.Optional;

/// How busy the cores were during a pass, and with whom.
///
/// @param client share of the CPU time of all cores that the client took, from 0 to 1
/// @param server the same of the embedded server; 0 where the server runs elsewhere
public record CoreUtilization(double client, double server) {
    /// Cores that are this busy are what holds everything else back.
    static final double SATURATED = 0.85;

    /// What a pass shows; empty where the platform cannot tell.
    static Optional<CoreUtilization> of(PassRow row) {
        if (row.reference().cores().isEmpty()) {
            return Optional.empty();
        }
        return row.measures()
                .flatMap(
                        measures ->
                                measures.usage()
                                        .cpu()
                                        .map(
                                                cpu ->
                                                        new CoreUtilization(
                                                                share(row, measures.wall(), cpu),
                                                                share(
                                                                        row,
                                                                        measures.wall(),
                                                                        row.reference()
                                                                                .serverCpu()
                                                                                .orElse(
                                                                                        Duration
                                                                                                .ZERO)))));
    }

    private static double share(PassRow row, Duration wall, Duration cpu) {
        return (double) cpu.toNanos() / wall.toNanos() / row.reference().cores().orElseThrow();
    }

    CoreUtilization plus(CoreUtilization other) {
        return new CoreUtilization(client + other.client, server + other.server);
    }

    CoreUtilization dividedBy(long count) {
        return new CoreUtilization(client / count, server / count);
    }

    /// Client and server together.
    double share() {
        return client + server;
    }

    /// Whether the cores were the limit, and the server took more of them than the client: what was
    /// measured then is the server.
    boolean isOfTheServer() {
        return share() >= SATURATED && server > client;
    }
}
