package dev.weft.record;

/// How a run ended.
public enum RunStatus {
    /// It has not ended, or it was killed.
    RUNNING,
    /// Every pass is `ok`.
    OK,
    /// A pass is not `ok`, or the run could not go on.
    FAILED,
    /// A signal ended it.
    INTERRUPTED
}
