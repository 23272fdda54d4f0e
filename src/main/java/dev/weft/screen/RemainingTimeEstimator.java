package dev.weft.screen;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/// Estimates the remaining time of an experiment from its forecast and the measured times so far.
///
/// The estimate of a step is the mean time of earlier steps of its kind. For a new kind it is the
/// forecast of the step, scaled by measured time / forecast of all completed steps. Times are
/// seconds on any clock.
final class RemainingTimeEstimator {
    private final List<Step> steps;
    private final Map<Object, List<Double>> secondsByKind = new HashMap<>();
    private double measuredSeconds;
    private double forecastSeconds;
    private int current = -1;
    private double startedAt;

    /// A step of an experiment.
    ///
    /// @param kind key of steps that take about the same time
    /// @param seconds forecast time
    record Step(Object kind, double seconds) {}

    RemainingTimeEstimator(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /// Starts a step. Completes the previous step, unless steps between the two were skipped.
    void begun(int step, double now) {
        if (current >= 0 && step == current + 1) {
            Step completed = steps.get(current);
            secondsByKind
                    .computeIfAbsent(completed.kind(), _ -> new ArrayList<>())
                    .add(now - startedAt);
            measuredSeconds += now - startedAt;
            forecastSeconds += completed.seconds();
        }
        current = step;
        startedAt = now;
    }

    /// Completes the last step.
    void ended(double now) {
        begun(steps.size(), now);
    }

    /// Estimates the remaining seconds of the experiment.
    ///
    /// @param ofStep remaining seconds of the current step, if a better estimate is available
    double left(double now, OptionalDouble ofStep) {
        double left = 0;
        for (int step = Math.max(0, current + 1); step < steps.size(); step++) {
            left += expected(steps.get(step));
        }
        if (current < 0 || current >= steps.size()) {
            return left;
        }
        double elapsed = now - startedAt;
        return left + ofStep.orElse(Math.max(0, expected(steps.get(current)) - elapsed));
    }

    private double expected(Step step) {
        List<Double> earlier = secondsByKind.get(step.kind());
        if (earlier != null) {
            return earlier.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        }
        return forecastSeconds > 0
                ? step.seconds() * measuredSeconds / forecastSeconds
                : step.seconds();
    }
}
