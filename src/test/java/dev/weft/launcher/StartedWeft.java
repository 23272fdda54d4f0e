package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.Credentials;
import dev.weft.plan.Target;
import dev.weft.record.PassRow;
import dev.weft.record.ResultsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A weft process started by its script, with its output in a folder.
record StartedWeft(Process process, Path folder) {
    /// Starts one with nothing configured.
    ///
    /// @param before the words of a command that runs it; none to run it directly
    static StartedWeft start(Path folder, List<String> before, String... arguments)
            throws IOException {
        return new StartedWeft(builder(folder, before, List.of(arguments)).start(), folder);
    }

    /// Starts one that uploads to a server on this machine.
    static StartedWeft against(Target target, Path folder, List<String> before, String... arguments)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(arguments));
        words.add("--endpoint=" + target.endpoint().orElseThrow());
        words.add("--bucket=" + target.bucket());
        ProcessBuilder builder = builder(folder, before, words);
        Credentials.Static keys = (Credentials.Static) target.credentials();
        builder.environment().put("AWS_ACCESS_KEY_ID", keys.accessKeyId());
        builder.environment().put("AWS_SECRET_ACCESS_KEY", keys.secretAccessKey());
        return new StartedWeft(builder.start(), folder);
    }

    private static ProcessBuilder builder(Path folder, List<String> before, List<String> words) {
        List<String> command = new ArrayList<>(before);
        command.add(Path.of("scripts/weft").toAbsolutePath().toString());
        command.addAll(words);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectError(folder.resolve("err.txt").toFile())
                .redirectOutput(folder.resolve("out.txt").toFile());
    }

    /// What it wrote to standard error.
    String complaints() throws IOException {
        return Files.readString(folder.resolve("err.txt"));
    }

    /// What it wrote to standard output.
    String said() throws IOException {
        return Files.readString(folder.resolve("out.txt"));
    }

    /// Waits for its end, and insists that all was well.
    void assertWell() throws IOException, InterruptedException {
        assertThat(process.waitFor()).as(complaints()).isZero();
    }

    /// The passes that it recorded.
    List<PassRow> rows() throws RecordException {
        return new ResultsFile(folder.resolve("benchmark/results.csv")).read().rows();
    }

    /// The JVMs that bear its mark, also where it has ended itself.
    private List<String> marked() {
        String mark = "-Dweft.parent=" + process.pid() + " ";
        return ProcessHandle.allProcesses()
                .map(one -> one.info().commandLine().orElse(""))
                .filter(line -> line.contains(mark))
                .toList();
    }

    /// Waits some seconds for the JVMs to end that it started at any time, and insists that they
    /// have. One that was just being started may not bear its mark yet, so that none has to be seen
    /// several times.
    void assertNoneLeft() throws InterruptedException {
        int none = 0;
        for (int tries = 0; tries < 100 && none < 5; tries++) {
            TimeUnit.MILLISECONDS.sleep(50);
            none = marked().isEmpty() ? none + 1 : 0;
        }
        assertThat(marked()).isEmpty();
    }

    /// How many JVMs it has started that still run.
    int jvms() {
        return marked().size();
    }
}
