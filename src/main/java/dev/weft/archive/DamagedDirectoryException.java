package dev.weft.archive;

import java.io.IOException;

/// A directory that has no entry where one should be: nothing after that place can be found.
final class DamagedDirectoryException extends IOException {
    private static final long serialVersionUID = 1;

    /// @param place of the entry that is not there, from 0
    DamagedDirectoryException(long place) {
        super("its directory is damaged at entry " + place);
    }
}
