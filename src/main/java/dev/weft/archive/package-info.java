/// Makes zips and unzips their files one at a time.
///
/// Start reading at [dev.weft.archive.UnzipStage] and [dev.weft.archive.ZipMaker]. May use `plan`.
/// Independent of S3 and of threads. Reads and writes the zip format itself, in constant memory.
@NullMarked
package dev.weft.archive;

import org.jspecify.annotations.NullMarked;
