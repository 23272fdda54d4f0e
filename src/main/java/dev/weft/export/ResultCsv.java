package dev.weft.export;

import dev.weft.export.ModeResult.Failed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;

/// The modes of a document as CSV: a row for each mode in each setting. Columns are the fields of
/// [ModeResult], those of its parts with the name of the part before them; a cell is empty where
/// nothing is known.
///
/// @param document what it says
public record ResultCsv(ResultDocument document) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final List<String> BEFORE = List.of("schema", "run_id");

    /// The text, the end of its last line included.
    public String text() {
        StringBuilder text = new StringBuilder();
        print(header(), text);
        for (ModeResult mode : document.modes()) {
            List<Object> cells = new ArrayList<>(List.of(document.schema(), document.runId()));
            addCells(ModeResult.class, Optional.of(mode), cells);
            print(cells, text);
        }
        return text.toString();
    }

    /// The names of the columns, in order.
    public static List<String> header() {
        List<String> names = new ArrayList<>(BEFORE);
        addNames("", ModeResult.class, names);
        return names;
    }

    private static void print(List<?> cells, StringBuilder text) {
        try {
            FORMAT.printRecord(text, cells.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addNames(String prefix, Class<?> type, List<String> names) {
        for (RecordComponent field : type.getRecordComponents()) {
            String name =
                    prefix + field.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            part(field)
                    .ifPresentOrElse(
                            part -> addNames(name + "_", part, names), () -> names.add(name));
        }
    }

    private static void addCells(Class<?> type, Optional<?> of, List<Object> cells) {
        for (RecordComponent field : type.getRecordComponents()) {
            Optional<Object> value = of.map(record -> value(field, record));
            Optional<Class<?>> part = part(field);
            if (part.isPresent()) {
                addCells(part.get(), value.flatMap(maybe -> (Optional<?>) maybe), cells);
            } else {
                cells.add(value.map(ResultCsv::cell).orElse(""));
            }
        }
    }

    /// The record that a field may have.
    private static Optional<Class<?>> part(RecordComponent field) {
        return field.getType() == Optional.class
                        && field.getGenericType() instanceof ParameterizedType type
                        && type.getActualTypeArguments()[0] instanceof Class<?> element
                        && element.isRecord()
                ? Optional.of(element)
                : Optional.empty();
    }

    private static Object value(RecordComponent field, Object record) {
        try {
            return field.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object cell(Object value) {
        return switch (value) {
            case OptionalDouble number -> number.isPresent() ? number.getAsDouble() : "";
            case OptionalLong number -> number.isPresent() ? number.getAsLong() : "";
            case List<?> failures ->
                    failures.stream()
                            .map(Failed.class::cast)
                            .map(failed -> failed.code() + ":" + failed.items())
                            .collect(Collectors.joining(" "));
            default -> value;
        };
    }
}
