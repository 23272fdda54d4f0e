package dev.weft.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Draws.
@Command(name = "plot")
final class PlotCommand implements Callable<Integer> {
    PlotCommand(Terminal terminal) {}

    @Override
    public Integer call() {
        return 1;
    }
}
