package dev.weft.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The results: a CSV file of one row a pass, only ever appended to.
///
/// Safe for several threads and several JVMs that append to the same file. The columns are
/// described in docs/csv.md.
///
/// A file that an earlier weft began, with fewer columns, is moved beside, as
/// `results.schema1.csv`, and a new one begun; it can still be read there.
public final class ResultsFile {
    private static final RowFormat<PassRow> FORMAT =
            new RowFormat<>(
                    "results", ResultsColumns.SCHEMA, ResultsColumns.ALL, PassRowReader::read);

    private final Path path;
    private final FileOpener opener;

    /// The results at a path. Nothing is opened yet.
    public ResultsFile(Path path) {
        this(path, FileOpener::readWrite);
    }

    ResultsFile(Path path, FileOpener opener) {
        this.path = Objects.requireNonNull(path);
        this.opener = Objects.requireNonNull(opener);
    }

    /// Where the results are.
    public Path path() {
        return path;
    }

    /// Makes sure that rows can be appended, before anything is measured that would be lost
    /// otherwise. Makes the file and its folder where they are not there.
    ///
    /// @return what was moved out of the way: the line that a crash had left unfinished, or the
    ///   file of an earlier weft; to be told to the user
    /// @throws RecordException when the file cannot be written or is of another kind
    public Optional<CorruptLine> prepare() throws RecordException {
        return append(new byte[0]);
    }

    /// Appends a row. Makes the file and its folder where they are not there. When this returns the
    /// row survives the end of the process, also when the calling thread is interrupted.
    ///
    /// @return what was moved out of the way: the line that a crash had left unfinished, or the
    ///   file of an earlier weft; to be told to the user
    /// @throws RecordException when the file cannot be written or is of another kind; it is then as
    ///   it was before
    public Optional<CorruptLine> append(PassRow row) throws RecordException {
        return append(FORMAT.line(row).getBytes(StandardCharsets.UTF_8));
    }

    private Optional<CorruptLine> append(byte[] lines) throws RecordException {
        try {
            try {
                return write(lines);
            } catch (ForeignHeaderException e) {
                Optional<CorruptLine> aside = new OlderSchemaFile(path, FORMAT, opener).setAside();
                Optional<CorruptLine> moved = write(lines);
                return aside.or(() -> moved);
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

    /// The first line of every file of results, its end included.
    public static String header() {
        return FORMAT.header();
    }

    /// A row as a file of results holds it, its end included.
    public static String line(PassRow row) {
        return FORMAT.line(row);
    }

    /// Reads all rows.
    ///
    /// @throws RecordException when there is no such file, it cannot be read, or is of another kind
    public ReadResult<PassRow> read() throws RecordException {
        List<PassRow> rows = new ArrayList<>();
        List<CorruptLine> damages = FORMAT.read(path, rows::add);
        return new ReadResult<>(rows, damages);
    }
}
