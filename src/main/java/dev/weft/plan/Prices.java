package dev.weft.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// Prices of Amazon S3 in a region for requests and for traffic out of it, from
/// `prices.properties`.
///
/// @param date date of the prices
/// @param region region of the prices; a default region if the requested one is unknown
/// @param perThousandPuts price of PUT and LIST requests
/// @param perThousandReads price of GET and HEAD requests
/// @param perThousandKeys price of requests from S3 to AWS KMS
/// @param perGigabyteOut price of 2^30 bytes to the internet
public record Prices(
        String date,
        String currency,
        String storageClass,
        String region,
        double perThousandPuts,
        double perThousandReads,
        double perThousandKeys,
        double perGigabyteOut) {
    private static final String FILE = "prices.properties";

    /// Gigabyte of Amazon's bills.
    private static final double BYTES_PER_GIGABYTE = 1L << 30;

    public Prices {
        Objects.requireNonNull(date);
        Objects.requireNonNull(currency);
        Objects.requireNonNull(storageClass);
        Objects.requireNonNull(region);
        if (!(perThousandPuts >= 0
                && perThousandReads >= 0
                && perThousandKeys >= 0
                && perGigabyteOut >= 0)) {
            throw new IllegalArgumentException("the prices of " + region + " are negative");
        }
    }

    /// Returns the prices of a region, or of the first one of the file if it is unknown.
    public static Prices of(String region) {
        Properties file = file();
        List<String> regions = list(file, "regions");
        String known = regions.contains(region) ? region : regions.getFirst();
        List<Double> prices = list(file, known).stream().map(Double::valueOf).toList();
        return new Prices(
                file.getProperty("date"),
                file.getProperty("currency"),
                file.getProperty("storage-class"),
                known,
                prices.get(0),
                prices.get(1),
                prices.get(2),
                prices.get(3));
    }

    private static List<String> list(Properties file, String name) {
        return Arrays.asList(file.getProperty(name).split(",\\s*"));
    }

    private static Properties file() {
        try (InputStream stream = Prices.class.getResourceAsStream(FILE)) {
            Properties file = new Properties();
            file.load(Objects.requireNonNull(stream, FILE));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns the price of requests to a bucket. Deletion is free.
    public double of(RequestCounts requests, BucketProperties traits) {
        double price =
                (requests.puts() + requests.lists()) * perThousandPuts
                        + requests.reads() * perThousandReads
                        + traits.keyRequests(requests) * perThousandKeys;
        return price / 1000;
    }

    /// Returns the largest price of bytes that are read. They are free for a reader in the same
    /// region.
    public double ofBytesBack(long bytes) {
        return bytes / BYTES_PER_GIGABYTE * perGigabyteOut;
    }
}
