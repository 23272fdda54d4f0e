package dev.weft.run;

/// What came of reading the bucket back after a pass.
sealed interface VerificationResult {
    /// The bucket was read.
    record Done(Verification verification) implements VerificationResult {}

    /// Nothing was to be verified.
    record Omitted() implements VerificationResult {}

    /// The experiment ends, and the bucket was not, or not wholly, read.
    record Abandoned() implements VerificationResult {}

    /// The bucket could not be read.
    ///
    /// @param reason in one sentence
    record Impossible(String reason) implements VerificationResult {}
}
