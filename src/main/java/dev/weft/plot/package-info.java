/// Pictures of results: values in, bytes out.
///
/// May touch `plan` and `record`.
@NullMarked
package dev.weft.plot;

import org.jspecify.annotations.NullMarked;
