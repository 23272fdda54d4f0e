package dev.weft.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Format of one kind of file: writes and reads its rows.
///
/// @param kind name of the contents, for messages: `results`, `timings`
/// @param schema schema that is written; schemas from 1 up to it are read
/// @param columns columns of a row
/// @param parser creates a row from its cells
public record RowFormat<R>(
        String kind, int schema, List<Column<R>> columns, Function<RowCells, R> parser) {
    /// Returns the first line, with its line feed.
    public String header() {
        return Header.of(schema, columns).line();
    }

    /// Returns the header that a file has.
    ///
    /// @param firstLine first line of the file, without its line feed
    /// @return empty if the file is of another kind
    public Optional<Header> headerOf(String firstLine) {
        return IntStream.rangeClosed(1, schema)
                .mapToObj(known -> Header.of(known, columns))
                .filter(header -> header.line().stripTrailing().equals(firstLine))
                .findFirst();
    }

    /// Formats a row as a line, with its line feed.
    public String line(R row) {
        return CsvLine.of(columns.stream().map(column -> column.cell(row)).toList());
    }

    /// Passes every row of a file to a consumer.
    ///
    /// @return lines that are not valid rows
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public List<CorruptLine> read(Path path, Consumer<? super R> rows) throws RecordException {
        RowSink<R> sink = new RowSink<>(this, path, rows);
        try {
            LineSource.read(path, sink);
            return List.copyOf(sink.corruptLines);
        } catch (IOException e) {
            throw FileErrorText.reading(kind, path, e);
        }
    }

    /// Parses the lines of one file and collects its corrupt lines.
    private static final class RowSink<R> implements LineSource.Sink {
        private final RowFormat<R> format;
        private final Path path;
        private final Consumer<? super R> rows;
        private final List<CorruptLine> corruptLines = new ArrayList<>();
        private Header header;

        RowSink(RowFormat<R> format, Path path, Consumer<? super R> rows) {
            this.format = format;
            this.path = path;
            this.rows = rows;
            this.header = Header.of(format.schema(), format.columns());
        }

        @Override
        public void line(long number, String text, boolean finished) throws IOException {
            if (number == 1) {
                checkHeader(text, finished);
            } else if (!finished) {
                corruptLines.add(new CorruptLine(path, number, "a crash cut it off", text));
            } else {
                row(number, text);
            }
        }

        private void row(long number, String text) {
            R row;
            try {
                row = format.parser().apply(new RowCells(header, CsvLine.cells(text)));
            } catch (IllegalArgumentException e) {
                // Also thrown by the type of the row, for example for a negative count.
                corruptLines.add(
                        new CorruptLine(path, number, String.valueOf(e.getMessage()), text));
                return;
            }
            rows.accept(row);
        }

        private void checkHeader(String text, boolean finished) throws IOException {
            if (!finished && format.header().startsWith(text)) {
                corruptLines.add(new CorruptLine(path, 1, "a crash cut off the header", text));
                return;
            }
            header = format.headerOf(text).orElseThrow(ForeignHeaderException::new);
        }
    }
}
