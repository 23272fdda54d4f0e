/// From zip to items and back: makes archives, and hands out their files one at a time.
///
/// Start reading at [dev.weft.archive.UnzipStage] and [dev.weft.archive.ZipMaker]. May use `plan`;
/// it knows neither S3 nor threads. Reads and writes the format itself, in constant memory.
@NullMarked
package dev.weft.archive;

import org.jspecify.annotations.NullMarked;
