package dev.weft.csv;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/// Format of one kind of file: writes and reads its rows.
public final class RowFormat<R> {
    private final String kind;
    private final List<Header> headers;
    private final Function<RowCells<R>, R> columns;

    /// Creates a format.
    ///
    /// @param kind name of the contents, for messages: `results`, `timings`
    /// @param schema schema that is written; schemas from 1 up to it are read
    /// @param names names of the columns in the order of the file, separated by white space; `@`
    ///   and a number after a name is the first schema that has the column
    /// @param columns declares every column and returns the row
    public RowFormat(String kind, int schema, String names, Function<RowCells<R>, R> columns) {
        this.kind = kind;
        this.headers =
                IntStream.rangeClosed(1, schema)
                        .mapToObj(known -> Header.of(known, names))
                        .toList();
        this.columns = columns;
    }

    /// Columns of a file of one schema.
    record Header(int schema, List<String> names) {
        static Header of(int schema, String names) {
            return new Header(
                    schema,
                    Arrays.stream(names.strip().split("\\s+"))
                            .map(name -> name.split("@"))
                            .filter(name -> name.length == 1 || Integer.parseInt(name[1]) <= schema)
                            .map(name -> name[0])
                            .toList());
        }

        /// Returns the first line of a file of the schema, with its line feed.
        String line() {
            return CsvLine.of(names);
        }
    }

    /// Returns the name of the contents, for messages.
    public String kind() {
        return kind;
    }

    /// Returns the names of the columns, in order.
    public List<String> names() {
        return newest().names();
    }

    /// Returns the first line, with its line feed.
    public String header() {
        return newest().line();
    }

    Header newest() {
        return headers.getLast();
    }

    /// Returns the header that a file has.
    ///
    /// @param firstLine first line of the file, without its line feed
    /// @return empty if the file is of another kind
    Optional<Header> headerOf(String firstLine) {
        return headers.stream()
                .filter(header -> header.line().stripTrailing().equals(firstLine))
                .findFirst();
    }

    /// Formats a row as a line, with its line feed.
    public String line(R row) {
        Map<String, String> texts = emptyCells();
        var _ = columns.apply(new RowCells<>(newest().schema(), texts, Optional.of(row)));
        return CsvLine.of(texts.values());
    }

    private R parse(String line, Header header) {
        List<String> cells = CsvLine.cells(line);
        if (cells.size() != header.names().size()) {
            throw new IllegalArgumentException(
                    "it has %d cells instead of %d".formatted(cells.size(), header.names().size()));
        }
        Map<String, String> texts = emptyCells();
        for (int i = 0; i < cells.size(); i++) {
            texts.put(header.names().get(i), cells.get(i));
        }
        return columns.apply(new RowCells<>(header.schema(), texts, Optional.empty()));
    }

    private Map<String, String> emptyCells() {
        Map<String, String> texts = LinkedHashMap.newLinkedHashMap(names().size());
        names().forEach(name -> texts.put(name, ""));
        return texts;
    }

    /// Reads all rows of a file.
    ///
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public ReadResult<R> read(Path path) throws RecordException {
        List<R> rows = new ArrayList<>();
        List<CorruptLine> corruptLines = read(path, rows::add);
        return new ReadResult<>(rows, corruptLines);
    }

    /// Passes every row of a file to a consumer.
    ///
    /// @return lines that are not valid rows
    /// @throws RecordException if the file does not exist, cannot be read or is of another kind
    public List<CorruptLine> read(Path path, Consumer<? super R> rows) throws RecordException {
        LineParser parser = new LineParser(path, rows);
        try {
            LineSource.read(path, parser);
            return List.copyOf(parser.corruptLines);
        } catch (IOException e) {
            throw FileErrorText.cannotRead(kind, path, e);
        }
    }

    /// Parses the lines of one file and collects its corrupt lines.
    private final class LineParser implements LineSource.Sink {
        private final Path path;
        private final Consumer<? super R> rows;
        private final List<CorruptLine> corruptLines = new ArrayList<>();
        private Header header = newest();

        LineParser(Path path, Consumer<? super R> rows) {
            this.path = path;
            this.rows = rows;
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
                row = parse(text, header);
            } catch (IllegalArgumentException e) {
                // Also thrown by the type of the row, for example for a negative count.
                corruptLines.add(
                        new CorruptLine(path, number, String.valueOf(e.getMessage()), text));
                return;
            }
            rows.accept(row);
        }

        private void checkHeader(String text, boolean finished) throws IOException {
            if (!finished && header().startsWith(text)) {
                corruptLines.add(new CorruptLine(path, 1, "a crash cut off the header", text));
                return;
            }
            header = headerOf(text).orElseThrow(LineFile.UnexpectedHeaderException::new);
        }
    }
}
