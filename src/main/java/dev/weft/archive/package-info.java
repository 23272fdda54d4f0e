/// From zip to items and back: makes archives, and hands out their files one at a time.
///
/// May touch nothing of weft: it knows neither S3 nor threads.
@NullMarked
package dev.weft.archive;

import org.jspecify.annotations.NullMarked;
