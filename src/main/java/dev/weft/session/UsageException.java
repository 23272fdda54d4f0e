package dev.weft.session;

/// A request that weft cannot fulfil as given. The message is one sentence: what, where, what to
/// do.
public final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }

    /// Rejects an option with a value that is too small.
    public static void requireAtLeast(String option, int value, int least) throws UsageException {
        if (value < least) {
            throw new UsageException(
                    "%s is %d; it is a whole number from %d on".formatted(option, value, least));
        }
    }
}
