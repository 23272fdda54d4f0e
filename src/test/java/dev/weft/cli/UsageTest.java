package dev.weft.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.session.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {
    @TempDir Path folder;

    @Test
    void aNameThatIsSaidMovesNoCursor() {
        Invocation refused = Invocation.in(folder, "plot", "--csv=a\033[2J.csv");

        assertThat(refused.err()).startsWith("weft: there are no results in a?[2J.csv;");
    }

    @Test
    void whoeverNamesNoCommandIsShownWhatThereIs() {
        Invocation nothing = Invocation.in(folder);

        assertThat(nothing.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nothing.err()).startsWith("Usage: weft").contains("Commands:", "Examples:");
        assertThat(nothing.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    run --mode=fibers               | --mode names 'fibers'; the modes are sequential, threads, async, virtual, or all
                    run --workload=download         | --workload is 'download'; the only workload is upload
                    run --files=0                   | --files is 0; a zip has at least 1 file
                    run --concurrency=0             | --concurrency is 0; it is a whole number from 1 on
                    run --concurrency=8,-1          | --concurrency is -1; it is a whole number from 1 on
                    run --repetitions=0             | --repetitions is 0; it is a whole number from 1 on
                    run --max-ratio=0               | --max-ratio is 0; it is a whole number from 1 on
                    run --max-unzipped=0            | --max-unzipped is 0; it is a size from 1 byte on
                    run --max-unzipped=all          | 'all' is not a size
                    run --passes=0                  | --passes is 0; it is a whole number from 1 on
                    run --warmup=-1                 | '-1' is no warm-up; write steady, or a number of uploads from 0 on
                    run --forks=2                   | --forks is 2; it is 0 or 1
                    run --attempt-timeout=0ms       | --attempt-timeout is out of range; it is a time from 1ms to 24h
                    run --stall-timeout=25h         | --stall-timeout is out of range
                    run --attempt-timeout=2s --call-timeout=1s | --attempt-timeout is longer than --call-timeout
                    run --max-attempts=0            | --max-attempts is 0; it is a whole number from 1 to 100
                    run --max-failures=101%         | --max-failures is above 100%
                    run --max-failures=half         | 'half' is no percentage
                    run --latency=20                | '20' is no time; write a number and its unit
                    run --latency=-1ms              | '-1ms' is no time; write a number and its unit
                    run --file-size=big             | '--file-size'
                    run --content=poems             | 'poems' is no content; a file holds random or text
                    run --files=many                | 'many' is no number of files; write 500, or 20xC
                    run --zip=a.zip --files=5       | leave one of the two out
                    run --colour=red                | weft run has no option --colour; weft run --help has all that it takes
                    run --concurency=4              | weft run has no option --concurency; did you mean --concurrency?
                    run mode=async                  | weft run can do nothing with 'mode=async'; did you mean --mode?
                    run --mode=thread               | the modes are sequential, threads, async, virtual, or all; did you mean threads?
                    run --verify=lst                | the ways are none, list, checksum, content; did you mean list?
                    run --content=txt               | a file holds random or text; did you mean text?
                    run --fault=stal(share=1%)      | did you mean stall?
                    run --present=treads:4          | such as threads:16; did you mean threads?
                    run --workload=uplaod           | the only workload is upload; did you mean upload?
                    run --bandwidth=fast            | --bandwidth is 'fast': 'fast' is not a size
                    run --bandwidth=0               | a bandwidth of 0 is not at least 1 byte a second
                    run --fault=eror(share=1%)      | --fault is 'eror(share=1%)': 'eror' is no fault; the faults are slowdown(rate=3500)
                    run --fault=slowdown(rate=1) --fault=slowdown(rate=2) | a server has one rate limit
                    run --fault-seed=x              | '--fault-seed'
                    run --latency=quantiles(no.csv) | no.csv, which cannot be read (NoSuchFileException)
                    run --latency=normal(p50=1ms)   | 'normal(p50=1ms)' is no latency; write a time such as 20ms, lognormal
                    run --bucket=mine --bandwidth=5MiB | --bandwidth is for the embedded server
                    run --bucket=mine --fault=stall(share=1%) | --fault is for the embedded server
                    run --bucket=mine --fault-seed=2   | --fault-seed is for the embedded server
                    compare --option=--fault=stall(share=1%) --option=--fault-seed=2 | --option cannot vary --fault
                    run --endpoint=http://127.0.0.1:9 | no bucket; name one with --bucket or WEFT_BUCKET
                    run --endpoint=nowhere --bucket=b | the endpoint nowhere is no URL such as http://127.0.0.1:9000
                    run --bucket=mine --latency=5ms | --latency is for the embedded server
                    run --bucket=s3://mine          | 's3://mine' is no name of a bucket: 3 to 63 lower-case letters
                    run --bucket=Mine               | 'Mine' is no name of a bucket
                    run --bucket=ab                 | 'ab' is no name of a bucket: 3 to 63 lower-case letters
                    run --endpoint=http://127.0.0.1:9 --bucket=mine/here | 'mine/here' is no name of a bucket: 1 to 255 letters
                    run --endpoint=http://127.0.0.1:9 --bucket=Mine --no-path-style | 'Mine' is no name of a bucket: 1 to 63 lower-case letters
                    run --bucket=mine --ca-file=nowhere.pem | nowhere.pem does not exist; correct --ca-file or AWS_CA_BUNDLE
                    run --ca-file=some.pem          | --ca-file is for a server of your own; name one with --endpoint or --bucket
                    run --present=fibers            | 'fibers' is no choice; write a mode, or a mode and how many at once
                    run --verify=twice              | 'twice' is no way to verify; the ways are none, list, checksum, content
                    run --present=async --mode=threads | --present names async, which --mode leaves out
                    run --present=async:7           | --present names 7 at once, which --concurrency leaves out
                    run --time-budget=5             | '5' is no time; write a number and its unit
                    run --forks=0 --java-options=-Xmx1g | --java-options is for the JVMs of trials
                    run --max-cost=-1               | --max-cost is -1.0; it is a number of US dollars from 0 on
                    run --max-cost=NaN              | --max-cost is NaN; it is a number of US dollars from 0 on
                    run --format=xml                | 'xml' is no format; the formats are table, json, csv, markdown
                    run --format=json --dry-run     | --format is of results, and --dry-run makes none
                    run --max-cost=cheap            | '--max-cost'
                    run --resume=r1                 | there is no run r1 here
                    compare a                       | name two results to compare
                    compare --option=--concurrency=2 | --option is given twice, once for each side
                    compare --option=--latency=5ms --option=--latency=6ms | --option cannot vary --latency
                    compare --option=--mode=async --option=--mode=virtual -- --files=20xC | gives the sides different zips
                    compare --option=--mode=async --option=--mode=virtual -- --forks=0 | --forks=0 measures in this JVM
                    compare --build a b             | a is no distribution of weft
                    demo --concurrency=61           | --concurrency is 61; it is a whole number from 1 to 60
                    demo --latency=3s               | --latency is longer than 2s
                    create-zip --files=-3           | --files is -3; a zip has at least 1 file
                    create-zip --content=poems      | 'poems' is no content
                    plot --chart=pie                | --chart is 'pie'; it is time, concurrency, weave or warmup
                    plot --chart=concurrency --cold | --cold is for --chart=time and --chart=weave
                    plot --chart=weave --log        | --log is for the other charts
                    plot --chart=warmup --cold      | --cold is for --chart=time and --chart=weave
                    plot --files=100                | --files is for --chart=weave and --chart=warmup
                    plot --chart=concurrency --timings-csv=a.csv | --timings-csv is for --chart=weave
                    plot --width=10                 | each must be from 300 to 4000
                    doctor --concurrency=0          | --concurrency is 0; it is a whole number from 1 on
                    doctor --endpoint=nowhere --bucket=b | the endpoint nowhere is no URL
                    serve --port=70000              | 70000
                    serve --fault=stall             | --fault is 'stall': stall has no share; add it, as in stall(share=...)
                    serve --bucket=No               | 'No' is not a bucket name
                    clean                           | no bucket is configured to look into; name one with --bucket or WEFT_BUCKET
                    clean --run=r1                  | --run is 'r1', which is no id of a run
                    clean --all --older-than=1h     | leave out either that or --older-than
                    clean --older-than=1w           | '1w' is no time; write a number and its unit
                    sing                            | there is no command sing; the commands are help, create-zip, run,
                    rn                              | there is no command rn; did you mean run? The commands are help, create-zip, run,
                    help rn                         | there is no command rn; did you mean run? The commands are help, create-zip, run,
                    completion fish                 | 'fish' is no shell that weft knows; it knows bash and zsh
                    completion                      | name the shell: weft completion bash, or zsh
                    plot --chart=tiem               | did you mean time?
                    compare a b --format=markdwn    | the formats are table, markdown, json; did you mean markdown?
                    compare a b --dry-run           | weft compare has no option --dry-run; options of weft run go after --
                    compare a b --format=csv        | 'csv' is no format of a comparison
                    compare --option=--mode=async --option=--mode=virtual -- --fils=3 | weft run has no option --fils; did you mean --files?
                    """)
    void namesTheOptionAndWhatIsAllowed(String arguments, String sentence) {
        Invocation invocation = Invocation.in(folder, arguments.split(" "));

        assertThat(invocation.err()).contains(sentence).doesNotContain("\tat ");
        assertThat(invocation.err().lines()).hasSize(1);
        assertThat(invocation.out()).isEmpty();
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void leavesNothingBehindWhereNothingCouldBegin() throws IOException {
        Invocation.in(folder, "run", "--files=0");

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void saysWhatItIs() {
        Invocation invocation = Invocation.in(folder, "--version");

        assertThat(invocation.out())
                .contains("weft ", "commit ", "JDK " + Runtime.version(), "AWS SDK for Java 2.")
                .contains(System.getProperty("java.vendor"), System.getProperty("java.home"))
                .containsPattern("Netty 4\\.\\d")
                .containsPattern("Apache HttpClient 5\\.\\d")
                .containsPattern("S3Proxy \\d");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void asksBeforeItSendsAnythingElsewhere() {
        Invocation invocation =
                Invocation.in(
                        folder,
                        "run",
                        "--files=3",
                        "--file-size=1KiB",
                        "--endpoint=http://192.0.2.1:9",
                        "--bucket=b");

        assertThat(invocation.err())
                .contains("PUT", "US dollars", "bucket b at http://192.0.2.1:9", "--yes");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"clean", "doctor"})
    void hasNoOptionOfTheEmbeddedServerWhereItMeansNothing(String command) {
        assertThat(Invocation.in(folder, command, "--help").out())
                .contains("--bucket", "--ca-file")
                .doesNotContain("--latency", "--bandwidth", "--fault");
        assertThat(Invocation.in(folder, command, "--latency=1ms").exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesMoreRequestsThanItMaySend() {
        Invocation invocation =
                Invocation.in(
                        folder,
                        "run",
                        "--files=3",
                        "--file-size=1KiB",
                        "--endpoint=http://127.0.0.1:9",
                        "--bucket=b",
                        "--max-requests=10");

        assertThat(invocation.err()).contains("--max-requests allows 10");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @ParameterizedTest
    @CsvSource({"http://127.0.0.1:9", "http://192.0.2.1:9"})
    void refusesToCostMoreThanItMayAndAsksNobody(String endpoint) {
        Invocation invocation =
                Invocation.in(
                        folder,
                        "run",
                        "--files=3",
                        "--file-size=1KiB",
                        "--yes",
                        "--endpoint=" + endpoint,
                        "--bucket=b",
                        "--max-cost=0.05");

        assertThat(invocation.err())
                .contains("US dollars at Amazon S3, and --max-cost allows 0.05;")
                .doesNotContain("cannot be reached");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void readsTheTargetFromTheFileAndTheEnvironmentInThatOrder() throws IOException {
        Files.writeString(
                folder.resolve(".env"),
                "AWS_ENDPOINT_URL_S3=http://127.0.0.1:1\nWEFT_BUCKET=from-the-file\nAWS_ACCESS_KEY_ID=id\nAWS_SECRET_ACCESS_KEY=secret\n");

        Invocation invocation =
                Invocation.in(
                        folder,
                        Map.of("WEFT_BUCKET", "from-the-environment"),
                        "run",
                        "--files=1",
                        "--file-size=1KiB");

        assertThat(invocation.err())
                .contains("bucket from-the-environment at http://127.0.0.1:1 cannot be reached");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void namesTheZipThatIsNotThere() {
        Invocation invocation = Invocation.in(folder, "run", "--zip=holiday.zip");

        assertThat(invocation.err()).contains("holiday.zip", "does not exist");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void namesTheFileThatIsNoZip() throws IOException {
        Files.writeString(folder.resolve("notes.zip"), "not a zip at all");

        Invocation invocation = Invocation.in(folder, "run", "--zip=notes.zip");

        assertThat(invocation.err()).contains("notes.zip", "is not a zip");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void keepsTheKeysOfAMalformedFileToItself() throws IOException {
        Files.writeString(folder.resolve(".env"), "AWS_SECRET_ACCESS_KEY wJalrXUtnFEMI\n");

        Invocation invocation = Invocation.in(folder, "run", "--files=1", "--file-size=1KiB");

        assertThat(invocation.err())
                .contains(".env has a line that is not of the form NAME=value")
                .doesNotContain("wJalrXUtnFEMI");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void keepsTheKeysOfAnEndpointToItself() {
        Invocation invocation =
                Invocation.in(folder, "run", "--endpoint=http://id:wJalrXUtnFEMI@127.0.0.1:1");

        assertThat(invocation.err())
                .contains("the endpoint holds keys")
                .doesNotContain("wJalrXUtnFEMI");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void refusesOptionsForJvmsThatItWillNotStart() {
        Invocation invocation =
                Invocation.in(
                        folder,
                        Map.of("WEFT_JAVA_OPTS", "-Xmx64m"),
                        "run",
                        "--forks=0",
                        "--files=1",
                        "--file-size=1KiB");

        assertThat(invocation.err()).contains("WEFT_JAVA_OPTS", "--forks=0");
        assertThat(invocation.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
