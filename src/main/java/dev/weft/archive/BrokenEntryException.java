package dev.weft.archive;

import java.io.IOException;

/// Thrown if an entry of an archive cannot be unzipped.
public final class BrokenEntryException extends IOException {
    private static final long serialVersionUID = 1;

    private final EntryFault fault;
    private final String message;

    /// @param detail completes "entry 3 (a.txt) ...": what is wrong, and what to do
    BrokenEntryException(EntryFault fault, DirectoryEntry entry, String detail) {
        this.fault = fault;
        this.message = "entry %s %s".formatted(entry.label(), detail);
    }

    /// Returns the reason.
    public EntryFault fault() {
        return fault;
    }

    /// Returns one sentence for the user that names the entry.
    @Override
    public String getMessage() {
        return message;
    }
}
