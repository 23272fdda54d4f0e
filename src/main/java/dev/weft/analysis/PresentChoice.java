package dev.weft.analysis;

import dev.weft.plan.ModeName;
import java.util.OptionalInt;

/// The baseline of advice, as named by the user.
///
/// @param concurrency empty for the smallest measured concurrency; ignored for the sequential mode
public record PresentChoice(ModeName mode, OptionalInt concurrency) {}
