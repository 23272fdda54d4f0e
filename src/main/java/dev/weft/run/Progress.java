package dev.weft.run;

/// How far a pass is.
///
/// @param stored items acknowledged so far
/// @param failed items given up so far
public record Progress(int stored, int failed) {
    /// Before the first item.
    public static final Progress NONE = new Progress(0, 0);

    /// Items that have ended.
    public int done() {
        return stored + failed;
    }
}
