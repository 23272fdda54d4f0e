package dev.weft.verify;

/// Outcome of the verification of a pass.
public sealed interface VerificationResult {
    /// The bucket was compared with the archive.
    record Done(Verification verification) implements VerificationResult {}

    /// Verification is switched off.
    record Omitted() implements VerificationResult {}

    /// The experiment was stopped before the verification was complete.
    record Abandoned() implements VerificationResult {}

    /// The bucket could not be read.
    record Impossible(String reason) implements VerificationResult {}
}
