package dev.weft.csv;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Messages for files that cannot be read or written: cause, file and remedy.
public final class FileErrorText {
    private FileErrorText() {}

    /// Creates the exception for a file that cannot be written.
    public static RecordException cannotWrite(String kind, Path path, IOException cause) {
        if (cause instanceof LineFile.UnexpectedHeaderException) {
            return wrongHeader(kind, path, cause);
        }
        String reason = reason(cause);
        return new RecordException(
                "cannot write the %s to %s (%s): %s".formatted(kind, path, reason, remedy(reason)),
                cause);
    }

    /// Creates the exception for timings that were measured but could not be written.
    public static RecordException rowsLost(long rows, Path path, Throwable cause) {
        String reason = cause instanceof IOException e ? reason(e) : cause.toString();
        return new RecordException(
                "%d timings are missing in %s (%s): %s"
                        .formatted(rows, path, reason, remedy(reason)),
                cause);
    }

    /// Creates the exception for a file that cannot be read.
    public static RecordException cannotRead(String kind, Path path, IOException cause) {
        return switch (cause) {
            case LineFile.UnexpectedHeaderException e -> wrongHeader(kind, path, e);
            case NoSuchFileException e ->
                    new RecordException(
                            "there are no %s at %s: make some with `weft run`, or name the file that has them"
                                    .formatted(kind, path),
                            e);
            default ->
                    new RecordException(
                            "cannot read the %s in %s (%s): make it readable or name another file"
                                    .formatted(kind, path, reason(cause)),
                            cause);
        };
    }

    private static RecordException wrongHeader(String kind, Path path, IOException cause) {
        return new RecordException(
                "%s does not begin with the header of weft's %s: it is another file, or one of another version of weft; move it away or name another file"
                        .formatted(path, kind),
                cause);
    }

    private static String remedy(String reason) {
        return reason.startsWith("No space")
                ? "what was written before is kept; free some space"
                : "make it writable or name another file";
    }

    /// Returns the reason of the operating system, without the path.
    public static String reason(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return switch (cause) {
            case AccessDeniedException _ -> "Permission denied";
            case NoSuchFileException _ -> "No such file or directory";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case FileSystemException e when e.getReason() != null -> e.getReason();
            // The message has the form "path (reason)".
            case FileNotFoundException _ when message.endsWith(")") ->
                    message.substring(message.lastIndexOf('(') + 1, message.length() - 1);
            default -> message;
        };
    }
}
