package dev.weft.analysis;

import dev.weft.plan.FairnessContract;
import dev.weft.record.PassRow;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/// One thing that was not the same for two results.
///
/// @param field its column in the results
/// @param before in the first result
/// @param after in the second one
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

    public FairnessDifference {
        Objects.requireNonNull(field);
        Objects.requireNonNull(before);
        Objects.requireNonNull(after);
    }

    /// What differs between two rows whose hashes do; never empty where they do, as the region or
    /// the bucket, which no row has, is named where nothing else differs.
    public static List<FairnessDifference> between(PassRow before, PassRow after) {
        if (before.contract().fairness().equals(after.contract().fairness())) {
            return List.of();
        }
        List<FairnessDifference> differences = new ArrayList<>();
        for (Field field : FIELDS) {
            String one = shown(field.value().apply(before));
            String other = shown(field.value().apply(after));
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

    /// As the column has it.
    private static String shown(Object value) {
        return switch (value) {
            case Optional<?> maybe -> maybe.map(FairnessDifference::shown).orElse("none");
            case OptionalLong maybe ->
                    maybe.isPresent() ? Long.toString(maybe.getAsLong()) : "none";
            case Duration time -> millis(time);
            case Enum<?> choice -> choice.name().toLowerCase(Locale.ROOT);
            default -> value.toString();
        };
    }

    /// To the last digit: what differs must not look alike.
    private static String millis(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).stripTrailingZeros().toPlainString();
    }

    /// Such as `jdk (25.0.1+8, then 25.0.3+9)`.
    @Override
    public String toString() {
        return "%s (%s, then %s)".formatted(field, before, after);
    }
}
