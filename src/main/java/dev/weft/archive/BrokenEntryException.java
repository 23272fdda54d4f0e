package dev.weft.archive;

import java.io.IOException;

/// An entry of an archive that does not come out.
public final class BrokenEntryException extends IOException {
    private static final long serialVersionUID = 1;

    private final EntryFault fault;
    private final String message;

    /// An entry with that fault.
    ///
    /// @param detail completes "entry 3 (a.txt) ...": what is wrong, and what to do
    BrokenEntryException(EntryFault fault, DirectoryEntry entry, String detail) {
        this.fault = fault;
        this.message = "entry %s %s".formatted(entry.label(), detail);
    }

    /// Why it does not come out.
    public EntryFault fault() {
        return fault;
    }

    /// One sentence for a person, which names the entry.
    @Override
    public String getMessage() {
        return message;
    }
}
