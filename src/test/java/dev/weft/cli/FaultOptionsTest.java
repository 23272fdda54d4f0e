package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weft.session.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

final class FaultOptionsTest {
    @TempDir Path folder;

    @Test
    void withoutOptionsThereAreThirtyMilliseconds() throws UsageException {
        assertThat(plan()).isEqualTo("latency=30ms");
    }

    @Test
    void optionsMakeAPlanInTheirOrder() throws UsageException {
        assertThat(
                        plan(
                                "--fault=error(share=1%)",
                                "--bandwidth=50MiB",
                                "--fault=slowdown(rate=3500)",
                                "--fault-seed=7",
                                "--latency=lognormal(p50=20ms,p99=120ms)"))
                .isEqualTo(
                        "latency=lognormal(p50=20ms,p99=120ms) bandwidth=50MiB"
                                + " fault=error(share=1%) fault=slowdown(rate=3500) fault-seed=7");
    }

    @Test
    void aFileOfQuantilesCountsByItsContentNotByItsName() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "# measured\n0.5,20ms\n0.99,120ms\n1,2s\n");
        Files.writeString(folder.resolve("b.csv"), "p50,20ms\np99,0.12s\np100,2000ms\n");

        assertThat(plan("--latency=quantiles(a.csv)"))
                .isEqualTo(plan("--latency=quantiles(b.csv)"))
                .isEqualTo(plan("--latency=quantiles(p50=20ms,p99=120ms,p100=2s)"))
                .isEqualTo("latency=quantiles(p50=20ms,p99=120ms,p100=2s) fault-seed=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0.5;20ms\n", "0.5,20ms\n0.9,10ms\n"})
    void aBadFileOfQuantilesIsNamed(String content) throws IOException {
        Files.writeString(folder.resolve("bad.csv"), content);

        assertThatThrownBy(() -> plan("--latency=quantiles(bad.csv)"))
                .isInstanceOf(UsageException.class)
                .hasMessageStartingWith("--latency is '%s': ", folder.resolve("bad.csv"));
    }

    private String plan(String... arguments) throws UsageException {
        FaultOptions options = new FaultOptions();
        new CommandLine(CommandLine.Model.CommandSpec.forAnnotatedObject(options))
                .parseArgs(arguments);
        return options.plan(folder).toString();
    }
}
