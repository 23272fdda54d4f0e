package dev.weft.testing;

/// What a person tells the system that pages should look like.
public enum ColorScheme {
    LIGHT,
    DARK
}
