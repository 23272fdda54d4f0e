package dev.weft.report;

/// Named fact about the run, such as the number of cores.
record Fact(String name, String value) {}
