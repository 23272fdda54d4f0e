package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/// Many small checks of one thing, each a line of what a test prints: all are made, whichever fail.
final class Checks {
    private final String of;
    private final List<String> held = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();

    /// @param of what is checked
    Checks(String of) {
        this.of = of;
    }

    /// Checks a claim.
    ///
    /// @param detail text for a failure
    void that(String claim, boolean holds, Object detail) {
        if (holds) {
            held.add(claim);
        } else {
            failed.add(claim + ": " + detail);
        }
    }

    /// Fails unless all from the mark on held.
    ///
    /// @param mark [#mark] of before
    void assertHeldSince(int mark) {
        assertThat(failed.subList(mark, failed.size())).as(of).isEmpty();
    }

    /// A mark for [#assertHeldSince].
    int mark() {
        return failed.size();
    }

    /// Prints each, and how many there were.
    void print() {
        held.forEach(claim -> System.out.println("  ok      " + claim));
        failed.forEach(claim -> System.out.println("  FAILED  " + claim));
        System.out.printf(
                "%s: %d checks, %d failed%n", of, held.size() + failed.size(), failed.size());
    }
}
