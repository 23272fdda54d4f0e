package dev.weft.launcher;

import org.junit.jupiter.api.Nested;

/// Checks of the report's page. They share the runs that the pages are made of, so they stay in one
/// class: Maven gives each class to one of several JVMs.
class ReportIT {
    @Nested
    class Numbers extends ReportNumbersChecks {}

    @Nested
    class InBrowser extends ReportInBrowserChecks {}
}
