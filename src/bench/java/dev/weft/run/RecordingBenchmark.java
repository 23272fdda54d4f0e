package dev.weft.run;

import dev.weft.archive.Content;
import dev.weft.archive.Item;
import dev.weft.archive.Unzipped;
import dev.weft.mode.Sequential;
import dev.weft.record.Counts;
import dev.weft.record.RecordException;
import dev.weft.record.TimingsFile;
import dev.weft.record.Usage;
import dev.weft.workload.Outcome;
import dev.weft.workload.Workload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/// What weft itself does for an item of a pass: a permit, a flight, its trace, its row in the
/// histogram and in the file. Nothing is unzipped and nothing uploaded.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(2)
public class RecordingBenchmark {
    /// As many as the pass that README tells of.
    static final int ITEMS = 500;

    private static final Duration WAIT = Duration.ofNanos(1_000);

    private static final Workload.Blocking NOTHING =
            (_, trace) -> {
                trace.requestStarted();
                trace.attempt();
                trace.connectionWait(WAIT);
                return new Outcome.Stored("etag");
            };

    private final List<Unzipped> items =
            IntStream.range(0, ITEMS)
                    .<Unzipped>mapToObj(index -> new Unzipped.Ready(item(index)))
                    .toList();
    private final JvmProbe probe = new JvmProbe();
    private Path file;
    private TimingsFile timings;

    /// A file for a second of rows: one for all of them would fill a disk.
    @Setup(Level.Iteration)
    public void open() throws IOException, RecordException {
        file = Files.createTempFile("weft-bench", ".csv");
        timings = TimingsFile.open(file, "20261120-120000");
    }

    @TearDown(Level.Iteration)
    public void close() throws IOException, RecordException {
        timings.close();
        Files.delete(file);
    }

    /// An item whose row goes nowhere.
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public Counts item(Blackhole nowhere) throws InterruptedException {
        return pass(nowhere::consume);
    }

    /// An item until its row is in the file, with the work of the thread that writes.
    @Benchmark
    @OperationsPerInvocation(ITEMS)
    public Counts itemInFile() throws InterruptedException, RecordException {
        Counts counts = pass(timings::record);
        timings.flush();
        return counts;
    }

    /// What is asked of the platform before and after a pass.
    @Benchmark
    public Usage usageOfAPass() {
        return probe.watch().usage();
    }

    private Counts pass(ItemListener rows) throws InterruptedException {
        PassMeter meter = new PassMeter(Ticker.system().nanos());
        Iterator<Unzipped> source = items.iterator();
        ItemPass pass =
                new ItemPass(
                        _ -> source.hasNext() ? Optional.of(source.next()) : Optional.empty(),
                        64,
                        Ticker.system(),
                        meter,
                        rows,
                        new ItemPass.Label("b1-1-threads-c64", 1),
                        FailureBudget.unlimited());
        new Sequential().drive(pass, NOTHING);
        return meter.counts(ITEMS);
    }

    private static Item item(int index) {
        return new Item(
                index, "file-%05d.bin".formatted(index), 0, 0, new Content.InMemory(new byte[0]));
    }
}
