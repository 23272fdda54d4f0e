package dev.weft.plan;

/// Numbers of requests to S3, by price class.
///
/// @param puts requests that write an object
/// @param lists requests that list a page of objects or versions
/// @param reads GET and HEAD requests
/// @param deletes requests that delete one object or up to 1,000
public record RequestCounts(long puts, long lists, long reads, long deletes) {
    /// No requests.
    public static final RequestCounts NONE = new RequestCounts(0, 0, 0, 0);

    /// Largest number of keys or versions that one request lists or deletes, by the S3 API.
    public static final int MOST_KEYS = 1000;

    public RequestCounts {
        if (puts < 0 || lists < 0 || reads < 0 || deletes < 0) {
            throw new IllegalArgumentException(
                    "requests must not be negative: %d, %d, %d, %d"
                            .formatted(puts, lists, reads, deletes));
        }
    }

    /// Returns the largest number of pages of a listing. Some servers end with an empty page.
    public static long pages(long keys) {
        return 1 + keys / MOST_KEYS;
    }

    /// Returns the sum.
    public RequestCounts plus(RequestCounts other) {
        return new RequestCounts(
                puts + other.puts,
                lists + other.lists,
                reads + other.reads,
                deletes + other.deletes);
    }

    /// Returns the number of all requests.
    public long total() {
        return puts + lists + reads + deletes;
    }
}
