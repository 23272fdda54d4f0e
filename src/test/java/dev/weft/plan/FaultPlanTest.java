package dev.weft.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FaultPlanTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "latency=0s",
                "latency=20ms",
                "latency=1500us fault=error(share=1%) fault-seed=1",
                "latency=lognormal(p50=20ms,p99=120ms) fault-seed=-9223372036854775808",
                "latency=quantiles(p0=1ms,p50=20ms,p99.9=120ms,p100=1s) fault-seed=7",
                "latency=s3-standard fault-seed=1",
                "latency=s3-express bandwidth=50MiB fault-seed=3",
                "latency=20ms bandwidth=50MiB fault-seed=1",
                "latency=1h bandwidth=1 fault=slowdown(rate=3500) fault=error(share=1%)"
                        + " fault=denied(share=100%) fault=reset-before(share=0.1%,attempts=1)"
                        + " fault=reset-after(share=2.5%,attempts=2) fault=stall(share=1%)"
                        + " fault=wrong-etag(share=1%) fault=slow-body(share=1%,rate=10KiB)"
                        + " fault=slow-body(share=1%,attempts=3,rate=1) fault-seed=2"
            })
    void aPlanIsReadFromItsTextAndWrittenAgain(String text) {
        FaultPlan plan = FaultPlan.parse(text);

        assertThat(plan).hasToString(text);
        assertThat(FaultPlan.parse(plan.toString())).isEqualTo(plan);
    }

    @Test
    void aTextSaysWhatThePlanIs() {
        assertThat(
                        FaultPlan.parse(
                                "latency=lognormal( p50 = 20ms, p99 = 120ms )"
                                        .replace(" ", "")
                                        .concat(" bandwidth=1KiB")
                                        .concat(" fault=stall(attempts=1,share=0.50%)")
                                        .concat(" fault-seed=3")))
                .isEqualTo(
                        new FaultPlan(
                                new Latency.LogNormal(
                                        Duration.ofMillis(20), Duration.ofMillis(120)),
                                Optional.of(new ByteSize(1024)),
                                List.of(
                                        new Fault.Simple(
                                                Fault.Kind.STALL,
                                                new FaultShare(0.5, OptionalInt.of(1)))),
                                3));
    }

    @Test
    void spacesWithinAFaultDoNotCount() {
        assertThat(Fault.parse(" slow-body ( rate = 1KiB , share = 1% ) "))
                .isEqualTo(Fault.parse("slow-body(share=1%,rate=1KiB)"));
    }

    @Test
    void aPlanWithoutFaultsHasNoRemarkAndNoSeed() {
        FaultPlan plain = FaultPlan.of(Duration.ofMillis(20));

        assertThat(plain.remark()).isEmpty();
        assertThat(new FaultPlan(plain.latency(), Optional.empty(), List.of(), 9)).isEqualTo(plain);
        assertThat(FaultPlan.parse("latency=20ms bandwidth=1MiB").remark())
                .contains("latency=20ms bandwidth=1MiB fault-seed=1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "eror(share=1%)          | the faults are slowdown(rate=3500), slow-body",
                "error                   | error has no share; add it",
                "error(share=1)          | share=1 is no percentage",
                "error(share=0%)         | more than 0% and at most 100%",
                "error(share=101%)       | more than 0% and at most 100%",
                "error(share=1%          | has no bracket at its end",
                "error(1%)               | write name(argument=value,...)",
                "error(share=1%,share=2%)| each argument once",
                "error(share=1%,rate=2)  | takes share and attempts",
                "error(share=1%,attempts=0) | attempts=0 must be at least 1",
                "error(share=1%,attempts=x) | attempts=x is no whole number",
                "slow-body(share=1%)     | slow-body has no rate",
                "slow-body(share=1%,rate=0) | rate=0 must be at least 1",
                "slow-body(share=1%,rate=fast) | is not a size",
                "slowdown(share=1%)      | takes rate",
                "slowdown(rate=0)        | rate=0 must be at least 1"
            })
    void aBadFaultIsRefusedWithWhatIsAllowed(String fault, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fault.parse(fault.strip()))
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20                              | is no time; write a number and its unit",
                "25h                             | is not one of 0 to 24 hours",
                "normal(p50=20ms,p99=120ms)      | write a time such as 20ms, lognormal",
                "normal(p50=20ms,p99=120ms)      | s3-standard or s3-express",
                "s3-fast                         | is no time",
                "lognormal(p50=20ms)             | lognormal has no p99",
                "lognormal(p50=20ms,p99=10ms)    | p99 no less than p50",
                "lognormal(p50=0ms,p99=10ms)     | p50 is more than 0",
                "lognormal(p50=1ms,p99=2ms,p1=1ms) | takes p50 and p99",
                "quantiles                       | is no time",
                "quantiles(q50=20ms)             | write p0 to p100",
                "quantiles(p101=20ms)            | write p0 to p100",
                "quantiles(p50=20ms,p99=10ms)    | no time is less than the one before"
            })
    void aBadLatencyIsRefusedWithWhatIsAllowed(String latency, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Latency.parse(latency.strip()))
                .withMessageContaining(complaint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "latency=1ms delay=2ms           | is no part of a fault plan",
                "bandwidth=0                     | at least 1 byte a second",
                "fault=slowdown(rate=1) fault=slowdown(rate=2) | one rate limit"
            })
    void aBadPlanIsRefusedWithWhatIsAllowed(String text, String complaint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FaultPlan.parse(text.strip()))
                .withMessageContaining(complaint);
    }

    @Test
    void anUploadWaitsForTheBandwidthThatOthersShareAndForTheLongestLatency() {
        FaultPlan plan = FaultPlan.parse("latency=quantiles(p50=1s,p100=3s) bandwidth=1KiB");

        assertThat(plan.longest(64, 1024)).isEqualTo(Duration.ofSeconds(64 + 3));
        assertThat(FaultPlan.of(Duration.ofMillis(20)).longest(64, 1024))
                .isEqualTo(Duration.ofMillis(20));
    }
}
