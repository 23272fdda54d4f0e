package dev.weft.screen;

import java.util.Optional;

/// The window of a terminal, asked each time, because a person may drag it.
@FunctionalInterface
public interface TerminalWindow {
    /// How large it is now; empty where nobody knows.
    Optional<Size> size();

    /// How large a window is, in characters.
    record Size(int columns, int rows) {
        /// What is taken for granted where nobody knows.
        public static final Size USUAL = new Size(80, 24);

        public Size {
            if (columns < 1 || rows < 1) {
                throw new IllegalArgumentException(
                        "a window of %d by %d is none".formatted(columns, rows));
            }
        }
    }

    /// A window that nobody knows the size of.
    static TerminalWindow unknown() {
        return Optional::empty;
    }
}
