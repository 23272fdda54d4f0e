package dev.weft.csv;

import java.io.IOException;

/// Thrown if the first line of a file is not the expected header. Caught within this package.
public final class ForeignHeaderException extends IOException {
    private static final long serialVersionUID = 1;
}
