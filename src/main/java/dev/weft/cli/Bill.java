package dev.weft.cli;

import dev.weft.plan.BucketTraits;
import dev.weft.plan.Forecast;
import dev.weft.plan.Prices;
import dev.weft.plan.Requests;
import dev.weft.plan.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a run sends at most, and about what that costs.
///
/// @param bytes that are written
/// @param traits of the bucket that they go to
record Bill(Requests requests, long bytes, Target target, BucketTraits traits, Prices prices) {
    /// Of a plan.
    static Bill of(RunPlan plan, RunOptions options, BucketTraits traits) {
        Forecast forecast = plan.forecast(options, traits);
        return new Bill(
                forecast.requests(),
                forecast.bytes(),
                plan.target(),
                traits,
                Prices.of(plan.target().region()));
    }

    /// The price at Amazon S3, in US dollars, whoever runs the server.
    double dollars() {
        return prices.of(requests, traits);
    }

    /// The same in full cents, of which it is none too few.
    String cents() {
        return BigDecimal.valueOf(dollars()).setScale(2, RoundingMode.UP).toPlainString();
    }

    /// It in one sentence, without its full stop.
    @Override
    public String toString() {
        return "at most %,d PUT, %,d LIST, %,d GET or HEAD and %,d DELETE requests with about %,d MiB go to bucket %s at %s, retries not counted, and %s about %s %s at Amazon's prices (%s in %s, %s)"
                .formatted(
                        requests.puts(),
                        requests.lists(),
                        requests.reads(),
                        requests.deletes(),
                        bytes >> 20,
                        target.bucket(),
                        target.label(),
                        target.endpoint().isEmpty() ? "cost" : "would cost",
                        cents(),
                        prices.currency(),
                        prices.storageClass(),
                        prices.region(),
                        prices.date());
    }
}
