package dev.weft.archive;

import dev.weft.plan.ByteSize;
import dev.weft.plan.UnzipLimits;
import java.util.Optional;

/// Checks the unzipped size of an archive against the limits.
///
/// Only entries that can be unzipped count. An entry with impossible sizes is a broken entry; the
/// other entries stay usable.
final class ExpansionLimitCheck {
    private final UnzipLimits limits;
    private final long archiveBytes;
    private Optional<String> entryViolation = Optional.empty();
    private long bytes;

    /// @param archiveBytes length of the archive
    ExpansionLimitCheck(UnzipLimits limits, long archiveBytes) {
        this.limits = limits;
        this.archiveBytes = archiveBytes;
    }

    /// Counts one file.
    void add(DirectoryEntry file) {
        if (!file.isReadable()
                || !file.hasPossibleSizes()
                || file.compressedSize() > archiveBytes) {
            return;
        }
        // Entries may share data, so that the sum of possible sizes may overflow.
        bytes = Math.min(bytes, Long.MAX_VALUE - file.size()) + file.size();
        if (entryViolation.isEmpty() && limits.exceedsRatio(file.size(), file.compressedSize())) {
            entryViolation =
                    Optional.of(
                            ratioMessage(
                                    "entry %s has".formatted(file.label()),
                                    file.size(),
                                    "that it has in the zip"));
        }
    }

    /// Returns why the archive exceeds a limit, after all files are counted: completes "x.zip ...".
    /// Empty if it keeps the limits.
    Optional<String> complaint() {
        if (entryViolation.isPresent()) {
            return entryViolation;
        }
        if (limits.exceedsBytes(bytes)) {
            return Optional.of(
                    "unzips to too much: its files have %d bytes together, and --max-unzipped allows %s; raise that where it is meant"
                            .formatted(bytes, new ByteSize(limits.bytes())));
        }
        return limits.exceedsRatio(bytes, archiveBytes)
                ? Optional.of(ratioMessage("its files together have", bytes, "of the zip"))
                : Optional.empty();
    }

    private String ratioMessage(String subject, long unzippedBytes, String reference) {
        return "unzips to too much: %s %d bytes, more than %d times the size %s; raise --max-ratio where that is meant"
                .formatted(subject, unzippedBytes, limits.ratio(), reference);
    }
}
