package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private final Prices prices = Prices.of("us-east-1");

    @Test
    void putAndListCostTheSameReadingLessAndDeletingNothing() {
        assertThat(of(new RequestCounts(1_000, 0, 0, 0))).isCloseTo(0.005, EXACT);
        assertThat(of(new RequestCounts(0, 1_000, 0, 0))).isCloseTo(0.005, EXACT);
        assertThat(of(new RequestCounts(0, 0, 1_000, 0))).isCloseTo(0.0004, EXACT);
        assertThat(of(new RequestCounts(0, 0, 0, 1_000))).isZero();
    }

    @Test
    void keysOfKmsCostExtraForEachLayer() {
        RequestCounts requests = new RequestCounts(600, 0, 400, 0);
        double plain = of(requests);
        assertThat(prices.of(requests, encrypting(BucketProperties.Encryption.S3)))
                .isEqualTo(plain);
        assertThat(prices.of(requests, encrypting(BucketProperties.Encryption.KMS)))
                .isCloseTo(plain + 0.003, EXACT);
        assertThat(prices.of(requests, encrypting(BucketProperties.Encryption.KMS_DSSE)))
                .isCloseTo(plain + 0.006, EXACT);
    }

    @Test
    void whatGoesOutCostsByTheGigabyteOfTwoToTheThirtieth() {
        assertThat(prices.ofBytesBack(0)).isZero();
        assertThat(prices.ofBytesBack(1L << 30)).isCloseTo(0.09, EXACT);
        assertThat(prices.ofBytesBack(3L << 29)).isCloseTo(0.135, EXACT);
    }

    @Test
    void sayWhenTheyWereLookedUpAndWhatFor() {
        assertThat(prices.date()).isEqualTo("November 2026");
        assertThat(prices.currency()).isEqualTo("US dollars");
        assertThat(prices.storageClass()).isEqualTo("S3 Standard");
    }

    @Test
    void sayWhoseTheyAreWhereThoseOfARegionAreNotKnown() {
        assertThat(Prices.of("eu-west-1").region()).isEqualTo("eu-west-1");
        assertThat(Prices.of("mars-north-1").region()).isEqualTo("us-east-1");
    }

    private double of(RequestCounts requests) {
        return prices.of(requests, BucketProperties.PLAIN);
    }

    private static BucketProperties encrypting(BucketProperties.Encryption encryption) {
        return new BucketProperties(
                Optional.empty(),
                Optional.of(encryption),
                Optional.of(false),
                Optional.empty(),
                Optional.empty());
    }
}
