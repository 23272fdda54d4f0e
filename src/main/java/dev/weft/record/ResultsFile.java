package dev.weft.record;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.FileErrorText;
import dev.weft.csv.FileOpener;
import dev.weft.csv.ForeignHeaderException;
import dev.weft.csv.LineFile;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import dev.weft.csv.RowFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads and appends to the results: a CSV file with one row per pass.
///
/// Several threads and several JVMs may append to the same file. docs/csv.md describes the columns.
///
/// A file of an older schema is renamed, such as to `results.schema1.csv`, and a new one is
/// created. The renamed file can still be read.
public final class ResultsFile {
    private static final RowFormat<PassRow> FORMAT =
            new RowFormat<>(
                    "results", ResultsColumns.SCHEMA, ResultsColumns.ALL, PassRowReader::read);

    private final Path path;
    private final FileOpener opener;

    /// Creates the access to the results at a path, without opening the file.
    public ResultsFile(Path path) {
        this(path, FileOpener::readWrite);
    }

    ResultsFile(Path path, FileOpener opener) {
        this.path = path;
        this.opener = opener;
    }

    /// Returns the path of the file.
    public Path path() {
        return path;
    }

    /// Checks that rows can be appended, before a measurement whose rows would be lost. Creates the
    /// file and its folder if they do not exist.
    ///
    /// @return truncated line or file of an older schema that was moved away, for a message
    /// @throws RecordException if the file cannot be written or is of another kind
    public Optional<CorruptLine> prepare() throws RecordException {
        return append(new byte[0]);
    }

    /// Appends a row. Creates the file and its folder if they do not exist. After the return the
    /// row survives the end of the process, even if the calling thread is interrupted.
    ///
    /// @return truncated line or file of an older schema that was moved away, for a message
    /// @throws RecordException if the file cannot be written or is of another kind; the file is
    ///   then unchanged
    public Optional<CorruptLine> append(PassRow row) throws RecordException {
        return append(FORMAT.line(row).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<CorruptLine> append(byte[] lines) throws RecordException {
        try {
            try {
                return write(lines);
            } catch (ForeignHeaderException e) {
                Optional<CorruptLine> movedFile =
                        new OlderSchemaFile(path, FORMAT, opener).setAside();
                Optional<CorruptLine> movedLine = write(lines);
                return movedFile.or(() -> movedLine);
            }
        } catch (IOException e) {
            throw FileErrorText.writing(FORMAT.kind(), path, e);
        }
    }

    private Optional<CorruptLine> write(byte[] lines) throws IOException {
        try (LineFile file = LineFile.open(path, FORMAT.header(), opener)) {
            return file.append(lines, lines.length);
        }
    }

    /// Returns the first line of a file of results, with its line feed.
    public static String header() {
        return FORMAT.header();
    }

    /// Formats a row as a line of the file, with its line feed.
    public static String line(PassRow row) {
        return FORMAT.line(row);
    }

    /// Reads all rows.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public ReadResult<PassRow> read() throws RecordException {
        List<PassRow> rows = new ArrayList<>();
        List<CorruptLine> corruptLines = FORMAT.read(path, rows::add);
        return new ReadResult<>(rows, corruptLines);
    }
}
