package dev.weft.screen;

import java.util.Optional;

/// The window of a terminal. Each call reads the size, because a user may change it.
@FunctionalInterface
public interface TerminalWindow {
    /// Returns the current size; empty if it is unknown.
    Optional<Size> size();

    /// Size of a window in characters.
    record Size(int columns, int rows) {
        /// Size of an unknown window.
        public static final Size USUAL = new Size(80, 24);

        public Size {
            if (columns < 1 || rows < 1) {
                throw new IllegalArgumentException(
                        "a window of %d by %d is none".formatted(columns, rows));
            }
        }
    }

    /// Returns a window of unknown size.
    static TerminalWindow unknown() {
        return Optional::empty;
    }
}
