package dev.weft.session;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.Forecast;
import dev.weft.plan.Prices;
import dev.weft.plan.RequestCounts;
import dev.weft.plan.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// What a run sends at most, and about what that costs.
///
/// @param bytes that are written
/// @param bytesBack that are read, and may leave the region
/// @param traits of the bucket that they go to
record Bill(
        RequestCounts requests,
        long bytes,
        long bytesBack,
        Target target,
        BucketProperties traits,
        Prices prices) {
    /// Of a plan.
    static Bill of(RunPlan plan, BucketProperties traits) {
        Forecast forecast = plan.forecast(traits);
        return new Bill(
                forecast.requests(),
                forecast.bytes(),
                forecast.bytesBack(),
                plan.target(),
                traits,
                Prices.of(plan.target().region()));
    }

    /// The price at Amazon S3, in US dollars, whoever runs the server; with what is read, as if it
    /// went out to the internet.
    double dollars() {
        return prices.of(requests, traits) + prices.ofBytesBack(bytesBack);
    }

    /// The same in full cents, of which it is none too few.
    String cents() {
        return BigDecimal.valueOf(dollars()).setScale(2, RoundingMode.UP).toPlainString();
    }

    /// It in one sentence, without its full stop.
    @Override
    public String toString() {
        return "at most %,d PUT, %,d LIST, %,d GET or HEAD and %,d DELETE requests with about %,d MiB go to bucket %s at %s%s, retries not counted, and %s %s %s %s at Amazon's prices (%s in %s, %s)"
                .formatted(
                        requests.puts(),
                        requests.lists(),
                        requests.reads(),
                        requests.deletes(),
                        bytes >> 20,
                        target.bucket(),
                        target.label(),
                        back(),
                        target.endpoint().isEmpty() ? "cost" : "would cost",
                        bytesBack > 0 ? "at most" : "about",
                        cents(),
                        prices.currency(),
                        prices.storageClass(),
                        prices.region(),
                        prices.date());
    }

    private String back() {
        return bytesBack == 0
                ? ""
                : ", about %,d MiB come back (%s %s a GB from outside the region, free within it)"
                        .formatted(bytesBack >> 20, prices.perGigabyteOut(), prices.currency());
    }
}
