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

/// Writes the modes of a document as CSV, one row for each mode in each case.
///
/// Columns are the fields of [ModeResult]. The fields of a nested record have the name of its field
/// as a prefix. Cells of unknown values are empty.
public record ResultCsv(ResultDocument document) {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final List<String> LEADING_COLUMNS = List.of("schema", "run_id");

    /// Returns the CSV text with a line break at the end.
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

    /// Returns the names of the columns, in order.
    public static List<String> header() {
        List<String> names = new ArrayList<>(LEADING_COLUMNS);
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
            nestedType(field)
                    .ifPresentOrElse(
                            nested -> addNames(name + "_", nested, names), () -> names.add(name));
        }
    }

    private static void addCells(Class<?> type, Optional<?> owner, List<Object> cells) {
        for (RecordComponent field : type.getRecordComponents()) {
            Optional<Object> value = owner.map(record -> value(field, record));
            Optional<Class<?>> nested = nestedType(field);
            if (nested.isPresent()) {
                addCells(nested.get(), value.flatMap(maybe -> (Optional<?>) maybe), cells);
            } else {
                cells.add(value.map(ResultCsv::cell).orElse(""));
            }
        }
    }

    /// Returns the type of the nested record that a field may hold.
    private static Optional<Class<?>> nestedType(RecordComponent field) {
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
