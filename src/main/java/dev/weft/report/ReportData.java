package dev.weft.report;

import dev.weft.record.RecordedWarning;
import java.util.List;
import java.util.Optional;

/// Everything that the page shows, as data for its scripts.
///
/// @param schema of this data: [#SCHEMA]
/// @param runId which run it is of
/// @param began when its first pass did, in UTC
/// @param status how the run ended
/// @param machine it was made on, in a line
/// @param server that it wrote to, in a line
/// @param command to make it again; empty where nobody knows it
/// @param modes how they look
/// @param settings that were measured
/// @param passes on the time axis of the run
/// @param jvms how much those of each concurrent mode differ; none for a mode with one JVM
/// @param sweeps one a mode; none where there was one concurrency alone
/// @param warmups one a mode and setting; none where the run left no warm-up curves
/// @param troubles what failed, was tried again or was throttled, in sentences
/// @param diagnosis what the flight recorder saw; empty where it did not look
/// @param files that can be saved from the page
/// @param remarks on what the page does not show
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
    /// The form of the data. A page carries its own scripts, so nothing else reads it but tests and
    /// the curious.
    static final int SCHEMA = 1;

    /// A setting.
    ///
    /// @param verdicts on its pairs of concurrent modes when warm, in sentences
    record SettingName(
            String label, String archive, int files, int concurrency, List<String> verdicts) {}
}
