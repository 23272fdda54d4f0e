package dev.weft.record;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// How the rows of one kind of file are written and read.
///
/// @param kind what the file holds, for messages: `results`, `timings`
/// @param columns what a row is written from
/// @param parser what a row is read with
record RowFormat<R>(String kind, List<Column<R>> columns, Function<Cells, R> parser) {
    /// The first line, its end included.
    String header() {
        return Line.of(Column.names(columns));
    }

    /// A row as a line, its end included.
    String line(R row) {
        return Line.of(columns.stream().map(column -> column.cell(row)).toList());
    }

    /// Hands every row of a file to a consumer.
    ///
    /// @return the lines that are no rows
    /// @throws RecordException when there is no such file, it cannot be read, or is of another kind
    List<Damage> read(Path path, Consumer<? super R> rows) throws RecordException {
        Reading<R> reading = new Reading<>(path, Column.names(columns), parser, rows);
        try {
            LineSource.read(path, reading);
            return List.copyOf(reading.damages);
        } catch (IOException e) {
            throw Trouble.reading(kind, path, e);
        }
    }

    /// One reading of one file.
    private static final class Reading<R> implements LineSource.Sink {
        private final Path path;
        private final List<String> names;
        private final Function<Cells, R> parser;
        private final Consumer<? super R> rows;
        private final List<Damage> damages = new ArrayList<>();

        Reading(
                Path path,
                List<String> names,
                Function<Cells, R> parser,
                Consumer<? super R> rows) {
            this.path = path;
            this.names = names;
            this.parser = parser;
            this.rows = rows;
        }

        @Override
        public void line(long number, String text, boolean finished) throws IOException {
            if (number == 1) {
                checkHeader(text, finished);
            } else if (!finished) {
                damages.add(new Damage(path, number, "a crash cut it off", text));
            } else {
                row(number, text);
            }
        }

        private void row(long number, String text) {
            R row;
            try {
                row = parser.apply(new Cells(names, Line.cells(text)));
            } catch (IllegalArgumentException e) {
                // Also what a row type itself refuses, such as a negative count.
                damages.add(new Damage(path, number, String.valueOf(e.getMessage()), text));
                return;
            }
            rows.accept(row);
        }

        private void checkHeader(String text, boolean finished) throws IOException {
            String header = Line.of(names).stripTrailing();
            if (!finished && header.startsWith(text)) {
                damages.add(new Damage(path, 1, "a crash cut off the header", text));
            } else if (!text.equals(header)) {
                throw new ForeignHeaderException();
            }
        }
    }
}
