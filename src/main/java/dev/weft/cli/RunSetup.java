package dev.weft.cli;

import java.time.InstantSource;
import java.util.List;

/// What an experiment is made of, before anything is known of its target.
///
/// @param options where and how, alike for all sides
/// @param commandLine that run.json is to show
/// @param sides at least one
record RunSetup(
        Terminal terminal,
        RunOptions options,
        List<String> commandLine,
        List<Variant> sides,
        RunFiles place,
        SummaryPrinter ending,
        InstantSource clock) {
    RunSetup {
        commandLine = List.copyOf(commandLine);
        sides = List.copyOf(sides);
    }
}
