package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.HotMethod;
import dev.weft.diagnose.Diagnosis.LayerShare;
import dev.weft.diagnose.Diagnosis.Samples;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts samples by layer and by method. What it keeps grows with the code that is run, not with
/// the time.
final class SampleTally {
    private static final int HOT = 10;

    private final Map<CodeOwner, Long> layers = new EnumMap<>(CodeOwner.class);
    private final Map<String, Map<Owner, Long>> methods = new HashMap<>();
    private long count;
    private long weight;
    private double squares;
    private long lost;

    private record Owner(CodeOwner layer, String method) {}

    /// Takes in a sample.
    ///
    /// @param weight what it stands for, in any unit
    void add(Stack stack, long weight) {
        CodeOwner layer = stack.layer();
        String owner = stack.owner().map(Frame::name).orElse(stack.top());
        layers.merge(layer, weight, Long::sum);
        methods.computeIfAbsent(stack.top(), _ -> new HashMap<>())
                .merge(new Owner(layer, owner), weight, Long::sum);
        count++;
        this.weight += weight;
        squares += (double) weight * weight;
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

    /// 1.96 standard errors of a proportion, sqrt(p(1-p)/n), at the worst p of one half. Samples of
    /// unequal weight are worth fewer: n is (sum of weights)^2 / sum of their squares, after Kish.
    private double margin() {
        return isEmpty() ? 1 : 1.96 * 0.5 * Math.sqrt(squares) / weight;
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
                .limit(HOT)
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
        long all = owners.values().stream().mapToLong(Long::longValue).sum();
        return new HotMethod(method, owner.layer(), owner.method(), share(all));
    }

    private double share(long part) {
        return (double) part / weight;
    }
}
