package dev.weft.plan;

/// Requests to S3, by what they cost.
///
/// @param puts that write an object
/// @param lists that list objects or versions, a page each
/// @param reads GET and HEAD
/// @param deletes of one object or of up to 1,000
public record RequestCounts(long puts, long lists, long reads, long deletes) {
    /// None at all.
    public static final RequestCounts NONE = new RequestCounts(0, 0, 0, 0);

    /// The most keys or versions that one request lists or deletes, as the S3 API defines it.
    public static final int MOST_KEYS = 1000;

    public RequestCounts {
        if (puts < 0 || lists < 0 || reads < 0 || deletes < 0) {
            throw new IllegalArgumentException(
                    "requests must not be negative: %d, %d, %d, %d"
                            .formatted(puts, lists, reads, deletes));
        }
    }

    /// The most pages that a listing of so many has: some servers end with one that is empty.
    public static long pages(long keys) {
        return 1 + keys / MOST_KEYS;
    }

    /// Both together.
    public RequestCounts plus(RequestCounts other) {
        return new RequestCounts(
                puts + other.puts,
                lists + other.lists,
                reads + other.reads,
                deletes + other.deletes);
    }

    /// All of them.
    public long total() {
        return puts + lists + reads + deletes;
    }
}
