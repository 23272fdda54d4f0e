package dev.weft.archive;

import java.io.IOException;

/// Thrown if the directory of an archive has invalid bytes in place of an entry. The entries after
/// it cannot be found.
final class DamagedDirectoryException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param index position of the missing entry in the directory, from 0
    DamagedDirectoryException(long index) {
        super("its directory is damaged at entry " + index);
    }
}
