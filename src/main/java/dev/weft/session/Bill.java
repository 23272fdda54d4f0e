package dev.weft.session;

import dev.weft.plan.BucketProperties;
import dev.weft.plan.Forecast;
import dev.weft.plan.Prices;
import dev.weft.plan.RequestCounts;
import dev.weft.plan.Target;
import java.math.BigDecimal;
import java.math.RoundingMode;

/// Upper bound of the requests and bytes of a run, and their approximate cost.
///
/// @param bytes bytes written
/// @param bytesBack bytes read back, which may leave the region
/// @param traits properties of the bucket
record Bill(
        RequestCounts requests,
        long bytes,
        long bytesBack,
        Target target,
        BucketProperties traits,
        Prices prices) {
    /// Returns the bill of a plan.
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

    /// Returns the price at Amazon S3 in US dollars, whoever operates the server. Bytes that are
    /// read back count as traffic to the internet.
    double dollars() {
        return prices.of(requests, traits) + prices.ofBytesBack(bytesBack);
    }

    /// Returns the price in cents, rounded up.
    String cents() {
        return BigDecimal.valueOf(dollars()).setScale(2, RoundingMode.UP).toPlainString();
    }

    /// Returns the bill as one sentence without a full stop.
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
