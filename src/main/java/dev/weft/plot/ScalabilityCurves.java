package dev.weft.plot;

import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.Sweep;
import dev.weft.plan.ModeName;
import dev.weft.stats.Estimate;
import dev.weft.stats.Scalability;
import dev.weft.stats.Scalability.Fitted;
import dev.weft.stats.Scalability.LeftOut;
import dev.weft.stats.ScalabilityFit;
import dev.weft.stats.ScalabilityLaw;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Fits of the Universal Scalability Law to the sweeps of modes.
record ScalabilityCurves(SortedMap<ModeName, Scalability> modes) {
    private static final String LAW = "Universal Scalability Law";

    /// Fits the law to each sweep, to the mean over JVMs at each concurrency.
    static ScalabilityCurves of(List<Sweep> sweeps) {
        SortedMap<ModeName, Scalability> modes = new TreeMap<>();
        sweeps.forEach(sweep -> modes.put(sweep.mode(), ScalabilityFit.of(points(sweep))));
        return new ScalabilityCurves(modes);
    }

    /// Returns the layer with the curve of a sweep; empty if the law does not fit.
    Optional<Layer> series(ConcurrencyAxis axis, Sweep sweep) {
        return Optional.ofNullable(modes.get(sweep.mode()))
                .flatMap(
                        scalability ->
                                switch (scalability) {
                                    case Fitted(ScalabilityLaw law, double _, double _) ->
                                            Optional.of(
                                                    new LawSeries(
                                                            axis,
                                                            sweep.mode(),
                                                            law,
                                                            sweep.points().firstKey(),
                                                            sweep.points().lastKey(),
                                                            parameters(
                                                                    law,
                                                                    sweep.points().lastKey())));
                                    case LeftOut _ -> Optional.empty();
                                });
    }

    /// Returns the remarks below the title: the meaning of the curves, and why some modes have
    /// none.
    List<String> remarks() {
        List<String> remarks = new ArrayList<>();
        if (modes.values().stream().anyMatch(Fitted.class::isInstance)) {
            remarks.add(
                    "Thin lines: the %s; \u03c3 is contention, \u03ba what each upload costs every other."
                            .formatted(LAW));
        }
        Map<String, String> reasons =
                modes.entrySet().stream()
                        .flatMap(
                                mode ->
                                        switch (mode.getValue()) {
                                            case Fitted _ -> Stream.empty();
                                            case LeftOut(String reason) ->
                                                    Stream.of(
                                                            Map.entry(
                                                                    reason, mode.getKey().label()));
                                        })
                        .collect(
                                Collectors.groupingBy(
                                        Map.Entry::getKey,
                                        LinkedHashMap::new,
                                        Collectors.mapping(
                                                Map.Entry::getValue, Collectors.joining(", "))));
        reasons.forEach(
                (reason, names) -> remarks.add("No %s for %s: %s.".formatted(LAW, names, reason)));
        return remarks;
    }

    private static List<Scalability.Point> points(Sweep sweep) {
        return sweep.points().entrySet().stream()
                .flatMap(
                        point ->
                                point.getValue().throughput().map(Estimate::value).stream()
                                        .map(rate -> new Scalability.Point(point.getKey(), rate)))
                .toList();
    }

    private static String parameters(ScalabilityLaw law, int largestMeasured) {
        return "\u03c3 %s, \u03ba %s, %s"
                .formatted(
                        twoDigits(law.sigma()),
                        twoDigits(law.kappa()),
                        peak(
                                law.peakConcurrency().orElse(Double.POSITIVE_INFINITY),
                                largestMeasured));
    }

    /// Formats the peak. Beyond the measured range the law is a guess, so the text gives no peak
    /// there.
    private static String peak(double concurrency, int largestMeasured) {
        return concurrency > largestMeasured
                ? "no peak up to %,d".formatted(largestMeasured)
                : "peak at %,.0f".formatted(concurrency);
    }

    /// Formats a value with two significant digits: `0`, `0.031`, `0.00012`.
    private static String twoDigits(double value) {
        return FigureFormat.plain(new BigDecimal(value).round(new MathContext(2)).doubleValue());
    }
}
