package dev.weft.analysis;

import dev.weft.plan.FairnessContract;
import dev.weft.record.PassRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// A condition of measurement that differs between two results.
///
/// @param field name of the column
/// @param before value in the first result
/// @param after value in the second result
public record FairnessDifference(String field, String before, String after) {
    private record Field(String name, Function<PassRow, Object> value) {}

    private static final List<Field> FIELDS =
            List.of(
                    new Field("target", row -> row.contract().target()),
                    new Field("latency_ms", row -> row.setting().latency()),
                    new Field("faults", row -> row.setting().faults()),
                    term("pool_size", FairnessContract::poolSize),
                    term("checksum", FairnessContract::checksum),
                    term("connect_timeout_ms", FairnessContract::connectTimeout),
                    term("acquire_timeout_ms", FairnessContract::acquireTimeout),
                    term("attempt_timeout_ms", FairnessContract::attemptTimeout),
                    term("call_timeout_ms", FairnessContract::callTimeout),
                    term("max_attempts", FairnessContract::maxAttempts),
                    new Field("file_bytes", row -> row.setting().items().fileBytes()),
                    new Field("content", row -> row.setting().items().content()),
                    new Field("seed", row -> row.setting().items().seed()),
                    new Field("warmup", row -> row.setting().warmup().policy()),
                    new Field("side", row -> row.place().variant()),
                    new Field("forks", row -> row.place().forks()),
                    new Field("jdk", row -> row.software().jdk()),
                    new Field("sdk", row -> row.software().sdk()),
                    new Field("weft", row -> row.software().weft()),
                    new Field("java_options", row -> row.software().javaOptions()));

    /// Returns the conditions that differ between two rows; empty if their fairness hashes are
    /// equal. If the hashes differ but no column does, names the conditions without a column:
    /// region, bucket and path style.
    public static List<FairnessDifference> between(PassRow before, PassRow after) {
        if (before.contract().fairness().equals(after.contract().fairness())) {
            return List.of();
        }
        List<FairnessDifference> differences = new ArrayList<>();
        for (Field field : FIELDS) {
            String one = text(field.value().apply(before));
            String other = text(field.value().apply(after));
            if (!one.equals(other)) {
                differences.add(new FairnessDifference(field.name(), one, other));
            }
        }
        if (differences.isEmpty()) {
            differences.add(
                    new FairnessDifference("region, bucket or path style", "one", "another"));
        }
        return differences;
    }

    private static Field term(String name, Function<FairnessContract, Object> value) {
        return new Field(name, row -> value.apply(row.contract().terms()));
    }

    private static String text(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.map(FairnessDifference::text).orElse("none");
            case OptionalLong optional ->
                    optional.isPresent() ? Long.toString(optional.getAsLong()) : "none";
            case Duration time -> millis(time);
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    /// All digits, so that different values have different texts.
    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros().toPlainString();
    }

    /// Text such as `jdk (25.0.1+8, then 25.0.3+9)`.
    @Override
    public String toString() {
        return "%s (%s, then %s)".formatted(field, before, after);
    }
}
