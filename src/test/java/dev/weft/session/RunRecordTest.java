package dev.weft.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.csv.RecordException;
import dev.weft.plan.BucketProperties;
import dev.weft.plan.ModeName;
import dev.weft.plan.PlannedTrial;
import dev.weft.plan.VerifyLevel;
import dev.weft.record.PassRow;
import dev.weft.run.PassRowFactory;
import dev.weft.runjson.Calibration;
import dev.weft.runjson.RecordedWarning;
import dev.weft.runjson.RunDesign;
import dev.weft.runjson.RunDocument;
import dev.weft.runjson.RunDocument.RunStatus;
import dev.weft.runjson.RunFile;
import dev.weft.runjson.RunTarget;
import dev.weft.screen.Terminal;
import dev.weft.testing.Passes;
import dev.weft.testing.Specs;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Record of a run: document, calibration, warnings and end.
class RunRecordTest {
    @TempDir Path folder;

    @Test
    void tellsOfWarningsAtTheEndAndKeepsThem() throws Exception {
        StringWriter err = new StringWriter();
        RunRecord record = begun(err);
        RecordedWarning warning =
                new RecordedWarning("a-code", "something was odd", "do something about it");

        record.warn(warning);
        assertThat(err.toString()).isEmpty();
        record.end(ExitCode.OK);

        assertThat(err.toString()).contains("weft: something was odd; do something about it");
        assertThat(document().warnings()).contains(warning);
    }

    @Test
    void keepsTheCalibrationFromWhenItWasMade() throws Exception {
        RunRecord record = begun(new StringWriter());

        record.calibrated(new Calibration(List.of(), Optional.empty(), 7, 700));
        assertThat(document().calibration().orElseThrow().uploads()).isEqualTo(7);
        assertThat(document().status()).isEqualTo(RunStatus.RUNNING);
        record.end(ExitCode.OK);

        assertThat(document().calibration().orElseThrow().uploads()).isEqualTo(7);
        assertThat(document().status()).isEqualTo(RunStatus.OK);
    }

    @Test
    void isCompletedWhereARunEndsWithAComplaint() throws Exception {
        begun(new StringWriter()).abandon(ExitCode.USAGE);

        assertThat(document().status()).isEqualTo(RunStatus.FAILED);
        assertThat(document().exitCode()).hasValue(ExitCode.USAGE);
    }

    @Test
    void isCompletedWhereASignalEndsARun() throws Exception {
        begun(new StringWriter()).end(ExitCode.INTERRUPTED);

        assertThat(document().status()).isEqualTo(RunStatus.INTERRUPTED);
        assertThat(document().exitCode()).hasValue(130);
    }

    private RunRecord begun(StringWriter err)
            throws RecordException, InterruptedException, UsageException {
        Terminal terminal =
                new Terminal(
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(err),
                        InputStream.nullInputStream(),
                        Map.of(),
                        folder,
                        false,
                        false);
        InstantSource clock = InstantSource.system();
        RunRecord record =
                new RunRecord(terminal, clock, "r1", folder.resolve("benchmark/runs/r1"));
        record.look();
        record.begin(
                List.of("run"),
                RunTarget.of(Specs.nowhere(), BucketProperties.PLAIN),
                List.of(
                        new PlannedTrial(
                                Specs.trial(ModeName.ASYNC, 4, Specs.nowhere()),
                                1,
                                1,
                                1,
                                List.of(Specs.cold(Path.of("a.zip"))))),
                new PassRowFactory(
                        "upload",
                        1,
                        _ -> new PassRow.Software("25", "2", "0.1.0", Optional.empty()),
                        _ -> Specs.items(),
                        VerifyLevel.CHECKSUM,
                        (_, _, _, _) -> Passes.unknownReference(),
                        clock),
                new RunDesign(
                        "upload",
                        List.of(ModeName.ASYNC),
                        List.of(new RunDesign.Load(4, List.of(Specs.items().archive()))),
                        List.of(Specs.items()),
                        1,
                        1,
                        Optional.of("none"),
                        0,
                        OptionalLong.empty(),
                        true,
                        1,
                        1,
                        VerifyLevel.CHECKSUM,
                        List.of()));
        return record;
    }

    private RunDocument document() throws RecordException {
        return new RunFile(folder.resolve("benchmark/runs/r1/run.json")).read();
    }
}
