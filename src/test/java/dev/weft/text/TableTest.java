package dev.weft.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table =
            new Table(
                    List.of(
                            List.of("mode", "files", "time", "p99"),
                            List.of("threads", "500", "0.428 s", "31.0 ms"),
                            List.of("async", "500", "0.448 s", "32.0 ms")),
                    Set.of("mode"),
                    List.of("files", "p99", "time"));

    @Test
    void isAsWideAsItIsWhereNobodyMinds() {
        assertThat(table.text(OptionalInt.empty()))
                .containsExactly(
                        "mode     files     time      p99",
                        "--------------------------------",
                        "threads    500  0.428 s  31.0 ms",
                        "async      500  0.448 s  32.0 ms");
        assertThat(table.text(OptionalInt.of(32))).hasSize(4);
    }

    @Test
    void columnsGiveWayOneAfterAnotherAndAreNamed() {
        assertThat(table.text(OptionalInt.of(31)))
                .containsExactly(
                        "mode        time      p99",
                        "-------------------------",
                        "threads  0.428 s  31.0 ms",
                        "async    0.448 s  32.0 ms",
                        "Not shown in 31 columns: files",
                        "(500).");
        assertThat(table.text(OptionalInt.of(20)))
                .startsWith("mode        time", "----------------", "threads  0.428 s");
    }

    @Test
    void whatStaysIsCutWhereThereIsNoRoomAtAll() {
        assertThat(IntStream.rangeClosed(10, 40))
                .allSatisfy(
                        width ->
                                assertThat(table.text(OptionalInt.of(width)))
                                        .allSatisfy(
                                                line ->
                                                        assertThat(TextWidth.width(line))
                                                                .isLessThanOrEqualTo(width)));
    }

    @Test
    void ofAHeaderAloneThereIsNone() {
        assertThat(
                        new Table(List.of(List.of("mode")), Set.of(), List.of())
                                .text(OptionalInt.of(80)))
                .isEmpty();
    }

    @Test
    void markdownAlignsColumnsAndEscapesCells() {
        assertThat(
                        new Table(
                                        List.of(List.of("mode", "time"), List.of("a|b", "1 s")),
                                        Set.of("mode"),
                                        List.of())
                                .markdown())
                .containsExactly("| mode | time |", "| --- | ---: |", "| a\\|b | 1 s |");
    }
}
