package dev.weft.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// How long an experiment still takes: what was forecast, corrected by what was taken so far.
///
/// What has been made before is expected to take as long again; what has not, as much longer or
/// shorter than its forecast as all that has been made. Times are seconds on any clock.
final class RemainingTimeEstimator {
    private final List<Step> steps;
    private final Map<Object, List<Double>> taken = new HashMap<>();
    private double takenSeconds;
    private double forecastSeconds;
    private int current = -1;
    private double since;

    /// A step of an experiment.
    ///
    /// @param kind steps of equal kinds take about as long
    /// @param seconds what was forecast
    record Step(Object kind, double seconds) {}

    RemainingTimeEstimator(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// A step begins, and the one before it ends; steps may be left out.
    void begun(int step, double now) {
        if (current >= 0 && step == current + 1) {
            Step ended = steps.get(current);
            taken.computeIfAbsent(ended.kind(), _ -> new ArrayList<>()).add(now - since);
            takenSeconds += now - since;
            forecastSeconds += ended.seconds();
        }
        current = step;
        since = now;
    }

    /// The last step ends.
    void ended(double now) {
        begun(steps.size(), now);
    }

    /// Seconds until the end.
    ///
    /// @param ofStep what is left of the step that goes on, where somebody knows better
    double left(double now, OptionalDouble ofStep) {
        double left = 0;
        for (int step = Math.max(0, current + 1); step < steps.size(); step++) {
            left += expected(steps.get(step));
        }
        return current < 0 || current >= steps.size()
                ? left
                : left + ofStep.orElse(Math.max(0, expected(steps.get(current)) - (now - since)));
    }

    private double expected(Step step) {
        List<Double> same = taken.get(step.kind());
        if (same != null) {
            return same.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
        return forecastSeconds > 0
                ? step.seconds() * takenSeconds / forecastSeconds
                : step.seconds();
    }
}
