package dev.weft.report;

import dev.weft.runjson.RecordedWarning;
import java.util.List;
import java.util.Optional;

/// Data of the page for its scripts.
///
/// @param schema version of this data, see [#SCHEMA]
/// @param began start of the first pass, in UTC
/// @param status how the run ended
/// @param machine in one line
/// @param server in one line
/// @param command repeats the run; empty if it is unknown
/// @param modes colour and shape of each mode
/// @param settings measured cases
/// @param passes on the time axis of the run
/// @param jvms differences between the JVMs of each concurrent mode; none for a mode with one JVM
/// @param sweeps one for each mode; none for a single concurrency
/// @param warmups one for each mode and case; none if the run has no warm-up curves
/// @param troubles failures, retries and throttling, in sentences
/// @param diagnosis findings of the flight recorder; empty without a recording
/// @param files to save from the page
/// @param remarks on data that the page leaves out
record ReportData(
        int schema,
        String runId,
        String began,
        String status,
        String machine,
        String server,
        Optional<String> command,
        Answer answer,
        List<ModeLook> modes,
        List<SettingName> settings,
        List<ModeCell> cells,
        List<WeavePass> weaves,
        List<PercentileCurve> percentiles,
        List<PassPoint> passes,
        List<JvmDifference> jvms,
        List<SweepCurve> sweeps,
        List<WarmupLines> warmups,
        List<ResourceTable> why,
        List<RecordedWarning> warnings,
        List<String> troubles,
        List<Fact> fairness,
        List<Fact> environment,
        Optional<String> diagnosis,
        List<Attachment> files,
        List<String> remarks) {
    /// Version of the data. A page contains its own scripts, so only tests read it elsewhere.
    static final int SCHEMA = 1;

    /// Case with its name.
    ///
    /// @param verdicts on the pairs of concurrent modes in warm passes, in sentences
    record SettingName(
            String label, String archive, int files, int concurrency, List<String> verdicts) {}
}
