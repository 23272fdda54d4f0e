package dev.weft.testing;

/// Color scheme that the system prefers.
public enum ColorScheme {
    LIGHT,
    DARK
}
