package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.VerdictEvidence;
import java.util.Objects;
import java.util.Optional;

/// One mode in one setting, in two results.
///
/// @param before its wall time in seconds in the first result
/// @param after its wall time in seconds in the second one
/// @param verdict on the wall times, the second result first: ratios below 1 say that it became
///   faster
public record CaseComparison(
        BenchmarkCase setting, ModeName mode, Estimate before, Estimate after, Verdict verdict) {
    public CaseComparison {
        Objects.requireNonNull(setting);
        Objects.requireNonNull(mode);
        Objects.requireNonNull(verdict);
    }

    /// The time after for each second before: of what the verdict rests on, which are the blocks
    /// that both sides have.
    public double ratio() {
        return verdict.basis().map(VerdictEvidence::ratio).orElse(after.value() / before.value());
    }

    /// Whether it became slower for certain: the whole interval lies above.
    ///
    /// @param limit as a share, such as 0.05
    public boolean isSlowerBy(double limit) {
        return verdict.basis()
                .filter(evidence -> evidence.interval().low() > 1 + limit)
                .isPresent();
    }

    /// The interval of the ratio, where there is enough to have one.
    public Optional<Interval> interval() {
        return verdict.basis().map(VerdictEvidence::interval);
    }
}
