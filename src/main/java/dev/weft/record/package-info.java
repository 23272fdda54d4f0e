/// Results as rows: one a pass, one an item, in CSV; and the particulars of a run, in JSON.
///
/// May use `plan` and `machine`. The only room that knows Commons CSV; with `process` the only one
/// that knows Jackson.
@NullMarked
package dev.weft.record;

import org.jspecify.annotations.NullMarked;
