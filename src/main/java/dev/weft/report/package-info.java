/// Writes the HTML report of one run and returns it as bytes.
///
/// The page consists of a template, a style sheet and scripts among the resources. This package
/// creates its data, sentences and figures.
///
/// May use `analysis`, `csv`, `machine`, `plan`, `plot`, `record`, `runjson` and `stats`.
@NullMarked
package dev.weft.report;

import org.jspecify.annotations.NullMarked;
