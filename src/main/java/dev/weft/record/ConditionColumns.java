package dev.weft.record;

import static dev.weft.csv.Column.always;
import static dev.weft.csv.Column.sometimes;

import dev.weft.csv.Column;
import dev.weft.plan.FairnessContract;
import java.util.List;
import java.util.function.Function;

/// Columns for the fairness contract, the software and the failure text of a pass.
final class ConditionColumns {
    static final List<Column<PassRow>> ALL =
            List.of(
                    always(
                            "target",
                            row -> row.contract().target(),
                            "The server: `embedded`, a URL, or `s3:` and a region."),
                    always(
                            "http_client",
                            row -> row.contract().httpClient(),
                            "What carried the requests: `netty` or `apache5`. It differs by"
                                    + " nature, so it is no part of `fairness`."),
                    always(
                            "payload_signing",
                            row -> FairnessContract.PAYLOAD_SIGNING,
                            "The `x-amz-content-sha256` of every upload."),
                    contractTerm(
                            "checksum",
                            FairnessContract::checksum,
                            "What goes along with the bytes: `crc32` or `none`."),
                    always(
                            "expect",
                            row -> FairnessContract.EXPECT,
                            "The `Expect` header of every upload."),
                    contractTerm(
                            "connect_timeout_ms",
                            FairnessContract::connectTimeout,
                            "For a connection to be made."),
                    contractTerm(
                            "acquire_timeout_ms",
                            FairnessContract::acquireTimeout,
                            "For a connection of the pool to become free."),
                    contractTerm(
                            "attempt_timeout_ms",
                            FairnessContract::attemptTimeout,
                            "For one attempt of a request."),
                    contractTerm(
                            "call_timeout_ms",
                            FairnessContract::callTimeout,
                            "For a request with all of its attempts."),
                    contractTerm(
                            "max_attempts",
                            FairnessContract::maxAttempts,
                            "Attempts of a request, the first one counted."),
                    always(
                            "retry_mode",
                            row -> FairnessContract.RETRY_MODE,
                            "How the SDK waits and gives up: `standard`."),
                    always(
                            "fairness",
                            row -> row.contract().fairness(),
                            "A hash of all that must be equal for rows to be comparable: timeouts,"
                                    + " retries, pool, checksum, signing, target, kind of items,"
                                    + " warm-up, forks, options and version of Java, versions of"
                                    + " the AWS SDK and of weft."),
                    always(
                            "forks",
                            row -> row.place().forks(),
                            "1: the trial had a JVM of its own; 0: it ran in weft's own."),
                    always("jdk", row -> row.software().jdk(), "The version of Java."),
                    always("sdk", row -> row.software().sdk(), "The version of the AWS SDK."),
                    always("weft", row -> row.software().weft(), "The version of weft."),
                    sometimes(
                            "java_options",
                            row -> row.software().javaOptions(),
                            "The options of the JVMs of the trials, without secrets:"
                                    + " `--java-options` or `WEFT_JAVA_OPTS`.",
                            "there were none"),
                    sometimes(
                            "failure",
                            row -> row.ending().failure(),
                            "Why the pass is not `ok`, in one sentence.",
                            "it is `ok`"));

    private ConditionColumns() {}

    private static Column<PassRow> contractTerm(
            String name, Function<FairnessContract, Object> value, String meaning) {
        return always(name, row -> value.apply(row.contract().terms()), meaning);
    }
}
