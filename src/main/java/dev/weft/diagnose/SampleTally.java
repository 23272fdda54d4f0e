package dev.weft.diagnose;

import dev.weft.diagnose.Diagnosis.HotMethod;
import dev.weft.diagnose.Diagnosis.OwnerShare;
import dev.weft.diagnose.Diagnosis.Sampler;
import dev.weft.diagnose.Diagnosis.Samples;
import dev.weft.diagnose.Stack.Frame;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts samples by code owner and by method. Its memory grows with the number of different
/// methods, not with time.
final class SampleTally {
    private final Map<CodeOwner, Long> owners = new EnumMap<>(CodeOwner.class);
    private final Map<String, Map<Owner, Long>> methods = new HashMap<>();
    private long count;
    private long weight;
    private double squaredWeights;
    private long lost;

    private record Owner(CodeOwner codeOwner, String method) {}

    /// Adds a sample.
    ///
    /// @param weight weight of the sample, in any unit
    void add(Stack stack, long weight) {
        CodeOwner owner = stack.codeOwner();
        String method = stack.ownerFrame().map(Frame::name).orElse(stack.top());
        owners.merge(owner, weight, Long::sum);
        methods.computeIfAbsent(stack.top(), _ -> new HashMap<>())
                .merge(new Owner(owner, method), weight, Long::sum);
        count++;
        this.weight += weight;
        squaredWeights += (double) weight * weight;
    }

    void addLost(long samples) {
        lost += samples;
    }

    boolean isEmpty() {
        return count == 0;
    }

    Samples samples(Sampler sampler) {
        return new Samples(sampler, count, margin(), lost, owners(), hot());
    }

    /// Returns 1.96 standard errors of a proportion, sqrt(p(1-p)/n), at the worst p of 0.5. For
    /// samples of unequal weight, n is Kish's effective sample size: (sum of weights)^2 / sum of
    /// squared weights.
    private double margin() {
        return isEmpty() ? 1 : 1.96 * 0.5 * Math.sqrt(squaredWeights) / weight;
    }

    private List<OwnerShare> owners() {
        return owners.entrySet().stream()
                .map(owner -> new OwnerShare(owner.getKey(), share(owner.getValue())))
                .sorted(Comparator.comparingDouble(OwnerShare::share).reversed())
                .toList();
    }

    private List<HotMethod> hot() {
        return methods.entrySet().stream()
                .map(method -> hot(method.getKey(), method.getValue()))
                .sorted(
                        Comparator.comparingDouble(HotMethod::share)
                                .reversed()
                                .thenComparing(HotMethod::method))
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
        return new HotMethod(method, owner.codeOwner(), owner.method(), share(methodWeight));
    }

    private double share(long part) {
        return (double) part / weight;
    }
}
