package dev.weft.cli;

import dev.weft.session.RunRequest;
import dev.weft.session.UsageException;
import java.util.Optional;
import picocli.CommandLine.Option;

/// Options that protect a bucket of the user: confirmation and limits.
final class BucketSafetyOptions {
    @OnResume
    @Option(names = "--yes", description = "send requests to a server elsewhere without asking")
    boolean yes;

    @OnResume
    @Option(
            names = "--max-requests",
            paramLabel = "NUMBER",
            description = "refuse to begin where more requests would be sent")
    Optional<Long> maxRequests = Optional.empty();

    @OnResume
    @Option(
            names = "--max-cost",
            paramLabel = "DOLLARS",
            description =
                    "refuse to begin where the requests would cost more at Amazon S3, such as 0.50")
    Optional<Double> maxCost = Optional.empty();

    @Option(
            names = "--allow-locked",
            description =
                    "upload also to a bucket whose Object Lock keeps what is uploaded from being deleted")
    boolean allowLocked;

    /// Checks the options.
    RunRequest.Guards checked() throws UsageException {
        if (maxCost.filter(dollars -> !(dollars >= 0)).isPresent()) {
            throw new UsageException(
                    "--max-cost is %s; it is a number of US dollars from 0 on"
                            .formatted(maxCost.get()));
        }
        return new RunRequest.Guards(yes, maxRequests, maxCost, allowLocked);
    }
}
