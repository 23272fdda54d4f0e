package dev.weft.stats;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;

/// Times of an experiment whose truth is known: a middle, the block's own disturbance that all
/// modes share, and noise.
final class MadeUpTimes {
    private final SplittableRandom random;
    private final DoubleUnaryOperator noise;

    private MadeUpTimes(SplittableRandom random, DoubleUnaryOperator noise) {
        this.random = random;
        this.noise = noise;
    }

    /// Log-normal noise.
    static MadeUpTimes logNormal(long seed, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        return new MadeUpTimes(
                random, middle -> middle * Math.exp(random.nextGaussian(0, deviation)));
    }

    /// Log-normal noise, and one trial in ten is slowed by up to twice, evenly.
    static MadeUpTimes spiky(long seed, double deviation) {
        SplittableRandom random = new SplittableRandom(seed);
        return new MadeUpTimes(
                random,
                middle ->
                        middle
                                * Math.exp(random.nextGaussian(0, deviation))
                                * (random.nextDouble() < 0.1 ? 1 + random.nextDouble() : 1));
    }

    double[] sample(int count, double middle) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = noise.applyAsDouble(middle);
        }
        return times;
    }

    /// Times of modes named by their number, in so many blocks. Blocks differ by 20%.
    Map<Integer, Map<Integer, Double>> blocks(int blocks, double... middles) {
        Map<Integer, Map<Integer, Double>> times = new LinkedHashMap<>();
        for (int mode = 0; mode < middles.length; mode++) {
            times.put(mode, new LinkedHashMap<>());
        }
        for (int block = 0; block < blocks; block++) {
            double disturbance = Math.exp(random.nextGaussian(0, 0.2));
            for (Map.Entry<Integer, Map<Integer, Double>> mode : times.entrySet()) {
                double middle = middles[mode.getKey()] * disturbance;
                mode.getValue().put(block, noise.applyAsDouble(middle));
            }
        }
        return times;
    }
}
