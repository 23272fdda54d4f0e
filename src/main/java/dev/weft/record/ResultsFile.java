package dev.weft.record;

import dev.weft.csv.CorruptLine;
import dev.weft.csv.CsvFile;
import dev.weft.csv.LineFile;
import dev.weft.csv.ReadResult;
import dev.weft.csv.RecordException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Reads and appends to the results: a CSV file with one row per pass.
///
/// Several threads and several JVMs may append to the same file. docs/csv.md describes the columns.
///
/// A file of an older schema is renamed, such as to `results.schema1.csv`, and a new one is
/// created. The renamed file can still be read.
public final class ResultsFile {
    private final CsvFile<PassRow> file;

    /// Creates the access to the results at a path, without opening the file.
    public ResultsFile(Path path) {
        this(path, LineFile.FileOpener::readWrite);
    }

    ResultsFile(Path path, LineFile.FileOpener opener) {
        file = new CsvFile<>(path, ResultsColumns.FORMAT, opener);
    }

    /// Returns the path of the file.
    public Path path() {
        return file.path();
    }

    /// Checks that rows can be appended, before a measurement whose rows would be lost. Creates the
    /// file and its folder if they do not exist.
    ///
    /// @return truncated line or file of an older schema that was moved away, for a message
    /// @throws RecordException if the file cannot be written or is of another kind
    public Optional<CorruptLine> prepare() throws RecordException {
        return file.append(List.of());
    }

    /// Appends a row, see [CsvFile#append].
    ///
    /// @return truncated line or file of an older schema that was moved away, for a message
    /// @throws RecordException if the file cannot be written or is of another kind
    public Optional<CorruptLine> append(PassRow row) throws RecordException {
        return file.append(List.of(row));
    }

    /// Returns the first line of a file of results, with its line feed.
    public static String header() {
        return ResultsColumns.FORMAT.header();
    }

    /// Formats a row as a line of the file, with its line feed.
    public static String line(PassRow row) {
        return ResultsColumns.FORMAT.line(row);
    }

    /// Reads all rows.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public ReadResult<PassRow> read() throws RecordException {
        return file.read();
    }
}
