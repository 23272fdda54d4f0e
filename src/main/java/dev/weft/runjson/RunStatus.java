package dev.weft.runjson;

/// Status of a run.
public enum RunStatus {
    /// The run is running, or it was killed.
    RUNNING,
    /// Every pass is `ok`.
    OK,
    /// A pass is not `ok`, or the run could not continue.
    FAILED,
    /// A signal ended the run.
    INTERRUPTED
}
