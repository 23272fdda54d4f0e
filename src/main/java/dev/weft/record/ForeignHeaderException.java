package dev.weft.record;

import java.io.IOException;

/// A file whose first line is not the header that it should have. Never leaves this package.
final class ForeignHeaderException extends IOException {
    private static final long serialVersionUID = 1;
}
