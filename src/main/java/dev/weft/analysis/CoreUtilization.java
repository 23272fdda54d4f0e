package dev.weft.analysis;

import dev.weft.record.PassRow;
import java.time.Duration;
import java.util.Optional;

/// Shares of the CPU time of all cores that client and server used during a pass, from 0 to 1.
///
/// @param server share of the embedded server; 0 if the server runs elsewhere
public record CoreUtilization(double client, double server) {
    /// Share from which on the cores are the limit.
    static final double SATURATED = 0.85;

    /// Utilization during a pass; empty if the platform does not report it.
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

    /// Share of client and server together.
    double share() {
        return client + server;
    }

    /// Whether the cores were the limit and the server used more of them than the client. The
    /// figures then describe the server.
    boolean isOfTheServer() {
        return share() >= SATURATED && server > client;
    }
}
