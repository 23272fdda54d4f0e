package dev.weft.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// How the rows of one kind of file are written and read.
///
/// @param kind what the file holds, for messages: `results`, `timings`
/// @param schema the number of the list of columns that is written; those before it, from 1, are
///   read
/// @param columns what a row is written from
/// @param parser what a row is read with
record RowFormat<R>(
        String kind, int schema, List<Column<R>> columns, Function<RowCells, R> parser) {
    /// The first line, its end included.
    String header() {
        return Header.of(schema, columns).line();
    }

    /// The header that a file begins with.
    ///
    /// @param firstLine of the file, without its end
    /// @return empty where it is no file of this kind
    Optional<Header> headerOf(String firstLine) {
        return IntStream.rangeClosed(1, schema)
                .mapToObj(known -> Header.of(known, columns))
                .filter(header -> header.line().stripTrailing().equals(firstLine))
                .findFirst();
    }

    /// A row as a line, its end included.
    String line(R row) {
        return CsvLine.of(columns.stream().map(column -> column.cell(row)).toList());
    }

    /// Hands every row of a file to a consumer.
    ///
    /// @return the lines that are no rows
    /// @throws RecordException when there is no such file, it cannot be read, or is of another kind
    List<CorruptLine> read(Path path, Consumer<? super R> rows) throws RecordException {
        Reading<R> reading = new Reading<>(this, path, rows);
        try {
            LineSource.read(path, reading);
            return List.copyOf(reading.damages);
        } catch (IOException e) {
            throw FileErrorText.reading(kind, path, e);
        }
    }

    /// One reading of one file.
    private static final class Reading<R> implements LineSource.Sink {
        private final RowFormat<R> format;
        private final Path path;
        private final Consumer<? super R> rows;
        private final List<CorruptLine> damages = new ArrayList<>();
        private Header header;

        Reading(RowFormat<R> format, Path path, Consumer<? super R> rows) {
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
                damages.add(new CorruptLine(path, number, "a crash cut it off", text));
            } else {
                row(number, text);
            }
        }

        private void row(long number, String text) {
            R row;
            try {
                row = format.parser().apply(new RowCells(header, CsvLine.cells(text)));
            } catch (IllegalArgumentException e) {
                // Also what a row type itself refuses, such as a negative count.
                damages.add(new CorruptLine(path, number, String.valueOf(e.getMessage()), text));
                return;
            }
            rows.accept(row);
        }

        private void checkHeader(String text, boolean finished) throws IOException {
            if (!finished && format.header().startsWith(text)) {
                damages.add(new CorruptLine(path, 1, "a crash cut off the header", text));
                return;
            }
            header = format.headerOf(text).orElseThrow(ForeignHeaderException::new);
        }
    }
}
