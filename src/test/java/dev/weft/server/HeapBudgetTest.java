package dev.weft.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

final class HeapBudgetTest {
    @Test
    void givesAQuarterEachToBodiesAndIndex() throws ServerStartException {
        assertThat(HeapBudget.of(OptionalLong.empty(), 800))
                .isEqualTo(new HeapBudget(200, 200, 100));
    }

    @Test
    void leavesAQuarterOfTheHeapWhateverIsAskedFor() throws ServerStartException {
        for (long bodies = 0; bodies <= 400; bodies += 50) {
            HeapBudget shares = HeapBudget.of(OptionalLong.of(bodies), 800);

            assertThat(shares.bodyBytes()).isEqualTo(bodies);
            assertThat(shares.bodyBytes() + shares.indexBytes() + shares.bufferBytes())
                    .isLessThanOrEqualTo(650);
        }
    }

    @Test
    void refusesMoreThanHalfForBodies() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> HeapBudget.of(OptionalLong.of(401), 800))
                .withMessage(
                        "the embedded server may keep 400 bytes in memory at most, half of its"
                                + " heap, not 401; ask for less or give it a larger heap");
    }
}
