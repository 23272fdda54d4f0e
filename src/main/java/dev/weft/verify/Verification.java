package dev.weft.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Result of comparing the objects of a pass in the bucket with the archive.
///
/// @param matching number of objects that equal their archive entry
/// @param missing keys of the archive without an object
/// @param wrong keys whose object has another size or checksum
/// @param unexpected keys that the pass did not write
public record Verification(
        int matching, List<String> missing, List<String> wrong, List<String> unexpected) {
    public Verification {
        missing = List.copyOf(missing);
        wrong = List.copyOf(wrong);
        unexpected = List.copyOf(unexpected);
    }

    /// Whether the bucket holds exactly the files of the archive.
    public boolean complete() {
        return missing.isEmpty() && wrong.isEmpty() && unexpected.isEmpty();
    }

    /// The differences, in one sentence; empty if there are none.
    public Optional<String> complaint() {
        if (complete()) {
            return Optional.empty();
        }
        List<String> differences = new ArrayList<>();
        addDifference(differences, "missing", missing);
        addDifference(differences, "not what was sent", wrong);
        addDifference(differences, "unexpected", unexpected);
        return Optional.of("in the bucket: " + String.join("; ", differences));
    }

    private static void addDifference(List<String> differences, String kind, List<String> keys) {
        if (!keys.isEmpty()) {
            differences.add("%d %s, first %s".formatted(keys.size(), kind, keys.getFirst()));
        }
    }
}
