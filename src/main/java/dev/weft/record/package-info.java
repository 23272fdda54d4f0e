/// Results as rows: one a pass, one an item, in CSV.
///
/// May touch `plan`. The only room that knows Commons CSV.
@NullMarked
package dev.weft.record;

import org.jspecify.annotations.NullMarked;
