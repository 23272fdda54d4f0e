/// Pictures of results: values in, bytes out.
///
/// May touch `analysis`, `plan`, `record` and `stats`.
@NullMarked
package dev.weft.plot;

import org.jspecify.annotations.NullMarked;
