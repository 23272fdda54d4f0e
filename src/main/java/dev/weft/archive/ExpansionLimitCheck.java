package dev.weft.archive;

import dev.weft.plan.ByteSize;
import dev.weft.plan.UnzipLimits;
import java.util.Optional;

/// How much an archive unzips to, held against its limits.
///
/// Only what can come out counts: an entry that states sizes which cannot be true is a broken
/// entry, and no reason to refuse the others.
final class ExpansionLimitCheck {
    private final UnzipLimits limits;
    private final long archiveBytes;
    private Optional<String> complaint = Optional.empty();
    private long bytes;

    /// @param archiveBytes length of the archive's file
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
        // Entries may share bytes, so that even possible sizes add up to anything.
        bytes = Math.min(bytes, Long.MAX_VALUE - file.size()) + file.size();
        if (complaint.isEmpty() && limits.exceedsRatio(file.size(), file.compressedSize())) {
            complaint =
                    Optional.of(
                            ratio(
                                    "entry %s has".formatted(file.label()),
                                    file.size(),
                                    "that it has in the zip"));
        }
    }

    /// Why the archive is refused, once all files are counted: completes "x.zip ...". Empty where
    /// it is not.
    Optional<String> complaint() {
        if (complaint.isPresent()) {
            return complaint;
        }
        if (limits.exceedsBytes(bytes)) {
            return Optional.of(
                    "unzips to too much: its files have %d bytes together, and --max-unzipped allows %s; raise that where it is meant"
                            .formatted(bytes, new ByteSize(limits.bytes())));
        }
        return limits.exceedsRatio(bytes, archiveBytes)
                ? Optional.of(ratio("its files together have", bytes, "of the zip"))
                : Optional.empty();
    }

    private String ratio(String what, long unzippedBytes, String where) {
        return "unzips to too much: %s %d bytes, more than %d times the size %s; raise --max-ratio where that is meant"
                .formatted(what, unzippedBytes, limits.ratio(), where);
    }
}
