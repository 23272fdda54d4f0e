package dev.weft.run;

/// What came of reading the bucket back after a pass.
sealed interface ReadBack {
    /// The bucket was read.
    record Done(Verification verification) implements ReadBack {}

    /// Nothing was to be verified.
    record Omitted() implements ReadBack {}

    /// The experiment ends, and the bucket was not, or not wholly, read.
    record Abandoned() implements ReadBack {}

    /// The bucket could not be read.
    ///
    /// @param reason in one sentence
    record Impossible(String reason) implements ReadBack {}
}
