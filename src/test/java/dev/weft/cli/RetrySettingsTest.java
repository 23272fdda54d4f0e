package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.plan.FairnessContract;
import dev.weft.session.RetrySettings;
import dev.weft.session.UsageException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetrySettingsTest {
    private static final FairnessContract USUAL = FairnessContract.standard(8);

    @Test
    void whoAsksForNothingGetsWhatIsUsual() throws Exception {
        RetrySettings endurance = endurance();
        assertThat(endurance.terms(USUAL)).isEqualTo(USUAL);
        assertThat(endurance.tolerance(USUAL).failedShare()).isEqualTo(0.5);
        assertThat(endurance.tolerance(USUAL).stall()).isEqualTo(Duration.ofSeconds(130));
    }

    @Test
    void whatIsAskedForHolds() throws Exception {
        RetrySettings endurance =
                endurance(
                        "--connect-timeout=1s",
                        "--attempt-timeout=2s",
                        "--call-timeout=9s",
                        "--max-attempts=5",
                        "--max-failures=20%",
                        "--stall-timeout=1m");
        FairnessContract terms = endurance.terms(USUAL);
        assertThat(terms)
                .isEqualTo(
                        new FairnessContract(
                                8,
                                Duration.ofSeconds(1),
                                USUAL.acquireTimeout(),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(9),
                                5,
                                USUAL.checksum()));
        assertThat(endurance.tolerance(terms).failedShare()).isEqualTo(0.2);
        assertThat(endurance.tolerance(terms).stall()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void aCallHasTheTimeOfOneAttemptMoreAndAStallALittleMore() throws Exception {
        RetrySettings endurance = endurance("--attempt-timeout=2s", "--max-attempts=5");
        FairnessContract terms = endurance.terms(USUAL);
        assertThat(terms.callTimeout()).isEqualTo(Duration.ofSeconds(12));
        assertThat(endurance.tolerance(terms).stall()).isEqualTo(Duration.ofSeconds(22));
    }

    @Test
    void anAttemptIsCutToItsCall() throws Exception {
        assertThat(endurance("--call-timeout=3s").terms(USUAL).attemptTimeout())
                .isEqualTo(Duration.ofSeconds(3));
    }

    private static RetrySettings endurance(String... words) throws UsageException {
        return RunOptions.parsed(List.of(words)).retries.checked();
    }
}
