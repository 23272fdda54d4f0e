package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.HotMethod;
import dev.weft.diagnose.Diagnosis.LayerShare;
import dev.weft.diagnose.Diagnosis.Samples;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts samples by code owner and by method. Its memory grows with the number of different
/// methods, not with time.
final class SampleTally {
    private static final int MAX_HOT_METHODS = 10;

    private final Map<CodeOwner, Long> layers = new EnumMap<>(CodeOwner.class);
    private final Map<String, Map<Owner, Long>> methods = new HashMap<>();
    private long count;
    private long weight;
    private double squaredWeights;
    private long lost;

    private record Owner(CodeOwner layer, String method) {}

    /// Adds a sample.
    ///
    /// @param weight weight of the sample, in any unit
    void add(Stack stack, long weight) {
        CodeOwner layer = stack.layer();
        String owner = stack.owner().map(Frame::name).orElse(stack.top());
        layers.merge(layer, weight, Long::sum);
        methods.computeIfAbsent(stack.top(), _ -> new HashMap<>())
                .merge(new Owner(layer, owner), weight, Long::sum);
        count++;
        this.weight += weight;
        squaredWeights += (double) weight * weight;
    }

    void lose(long samples) {
        lost += samples;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Samples samples(Sampler sampler) {
        return new Samples(sampler, count, margin(), lost, layers(), hot());
    }

    /// Returns 1.96 standard errors of a proportion, sqrt(p(1-p)/n), at the worst p of 0.5. For
    /// samples of unequal weight, n is Kish's effective sample size: (sum of weights)^2 / sum of
    /// squared weights.
    private double margin() {
        return isEmpty() ? 1 : 1.96 * 0.5 * Math.sqrt(squaredWeights) / weight;
    }

    private List<LayerShare> layers() {
        return layers.entrySet().stream()
                .map(layer -> new LayerShare(layer.getKey(), share(layer.getValue())))
                .sorted(Comparator.comparingDouble(LayerShare::share).reversed())
                .toList();
    }

    private List<HotMethod> hot() {
        return methods.entrySet().stream()
                .map(method -> hot(method.getKey(), method.getValue()))
                .sorted(
                        Comparator.comparingDouble(HotMethod::share)
                                .reversed()
                                .thenComparing(HotMethod::method))
                .limit(MAX_HOT_METHODS)
                .toList();
    }

    private HotMethod hot(String method, Map<Owner, Long> owners) {
        Owner owner =
                owners.entrySet().stream()
                        .max(
                                Map.Entry.<Owner, Long>comparingByValue()
                                        .thenComparing(entry -> entry.getKey().method()))
                        .orElseThrow()
                        .getKey();
        long methodWeight = owners.values().stream().mapToLong(Long::longValue).sum();
        return new HotMethod(method, owner.layer(), owner.method(), share(methodWeight));
    }

    private double share(long part) {
        return (double) part / weight;
    }
}
