package dev.weft.analysis;

import dev.weft.plan.ModeName;
import dev.weft.stats.Estimate;
import dev.weft.stats.Interval;
import dev.weft.stats.Verdict;
import dev.weft.stats.VerdictEvidence;
import java.util.Optional;

/// Compares two results of one mode in one case.
///
/// @param before wall time in the first result, in seconds
/// @param after wall time in the second result, in seconds
/// @param verdict verdict on the wall times, second result first: a ratio below 1 means faster
public record CaseComparison(
        BenchmarkCase setting, ModeName mode, Estimate before, Estimate after, Verdict verdict) {
    /// Wall time of the second result divided by that of the first. Comes from the evidence of the
    /// verdict, if there is any; with blocks, this covers only those that both variants have.
    public double ratio() {
        return verdict.basis().map(VerdictEvidence::ratio).orElse(after.value() / before.value());
    }

    /// Whether the whole interval of the ratio lies above 1 + `limit`.
    ///
    /// @param limit share, such as 0.05
    public boolean isSlowerBy(double limit) {
        return verdict.basis()
                .filter(evidence -> evidence.interval().low() > 1 + limit)
                .isPresent();
    }

    /// Interval of the ratio; empty if there are too few values.
    public Optional<Interval> interval() {
        return verdict.basis().map(VerdictEvidence::interval);
    }
}
