package dev.weft.server;

import dev.weft.plan.Fault;
import dev.weft.plan.FaultPlan;
import dev.weft.plan.Latency;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Selects the faults and the latency of an upload. The result is the same on every server with the
/// same plan.
final class FaultSelector {
    private final FaultPlan plan;
    private final SeededDraws draws;
    private final List<Lot> lots = new ArrayList<>();

    /// A fault and the purpose of its draws, which differs between two faults of one kind.
    private record Lot(String purpose, Fault.OfItems fault) {}

    FaultSelector(FaultPlan plan) {
        this.plan = plan;
        this.draws = new SeededDraws(plan.seed());
        Map<String, Integer> seen = new HashMap<>();
        for (Fault fault : plan.faults()) {
            switch (fault) {
                case Fault.OfItems ofItems ->
                        lots.add(
                                new Lot(
                                        ofItems.label()
                                                + seen.merge(ofItems.label(), 1, Integer::sum),
                                        ofItems));
                case Fault.SlowDown _ -> {}
            }
        }
    }

    /// Returns the fault of an upload; empty for none.
    Optional<Fault.OfItems> met(ArrivedUpload arrival) {
        if (arrival.key().use() != UploadKey.Use.ITEM) {
            return Optional.empty();
        }
        return lots.stream().filter(lot -> isMeant(lot, arrival)).findFirst().map(Lot::fault);
    }

    private boolean isMeant(Lot lot, ArrivedUpload arrival) {
        OptionalInt attempts = lot.fault().share().attempts();
        return (attempts.isEmpty() || arrival.attempt() <= attempts.getAsInt())
                && draws.of(lot.purpose(), arrival.key().item()) * 100
                        < lot.fault().share().percent();
    }

    /// Returns the request limit per second of a prefix; empty for no limit.
    OptionalInt rate() {
        return plan.faults().stream()
                .filter(Fault.SlowDown.class::isInstance)
                .map(Fault.SlowDown.class::cast)
                .mapToInt(Fault.SlowDown::rate)
                .findFirst();
    }

    /// Returns the latency of an upload. It differs between attempts and between blocks of trials.
    /// Within a block all modes and passes have the same latencies.
    Duration latency(ArrivedUpload arrival) {
        return latency(plan.latency(), arrival);
    }

    private Duration latency(Latency latency, ArrivedUpload arrival) {
        return switch (latency) {
            case Latency.Fixed(Duration time) -> time;
            case Latency.LogNormal logNormal ->
                    logNormal.at(draws.normal("latency", drawnFor(arrival)));
            case Latency.Quantiles quantiles ->
                    quantiles.at(draws.of("latency", drawnFor(arrival)));
            case Latency.Named named -> latency(named.distribution(), arrival);
        };
    }

    private static String drawnFor(ArrivedUpload arrival) {
        UploadKey key = arrival.key();
        return key.block() + " " + arrival.attempt() + " " + key.item();
    }
}
