/// Results and comparisons as text: tables, Markdown, JUnit XML. Values in, lines out.
///
/// May use `analysis`, `plan`, `record`, `runjson`, `stats` and `store`.
@NullMarked
package dev.weft.text;

import org.jspecify.annotations.NullMarked;
