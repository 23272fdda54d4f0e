/// One page of HTML about one run: values in, bytes out.
///
/// The page is a template, a style sheet and scripts among the resources; what is made here is the
/// data that goes into it, and every sentence and figure on it.
///
/// May touch `analysis`, `machine`, `plan`, `plot` (for the looks of modes), `record` and `stats`.
@NullMarked
package dev.weft.report;

import org.jspecify.annotations.NullMarked;
