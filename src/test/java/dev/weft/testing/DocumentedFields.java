package dev.weft.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/// The table of fields in a page of docs/, and the JSON document that it explains.
///
/// @param document a record that is written as JSON, in snake case
public record DocumentedFields(Path page, Class<?> document) {
    /// `| `a.b` | meaning | null when |`
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9_.\\[\\]]+)` \\| (.*) \\| (.*)\\|$", Pattern.MULTILINE);

    private static final Set<Class<?>> MAYBE =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private record Documented(String meaning, String nullWhen) {}

    /// Fails unless the page names every field of the code in its order and no other, explains
    /// each, and states when it is `null` exactly where it can be.
    public void check() throws IOException {
        Map<String, Documented> documented = documented();
        Map<String, Boolean> nullable = new LinkedHashMap<>();
        collect("", document, nullable);

        assertThat(documented.keySet()).containsExactlyElementsOf(nullable.keySet());
        assertThat(documented)
                .allSatisfy(
                        (name, field) -> {
                            assertThat(field.meaning()).as(name).endsWith(".");
                            assertThat(!field.nullWhen().isBlank())
                                    .as("%s says when it is null", name)
                                    .isEqualTo(nullable.get(name));
                        });
    }

    private Map<String, Documented> documented() throws IOException {
        Map<String, Documented> fields = new LinkedHashMap<>();
        ROW.matcher(Files.readString(page))
                .results()
                .forEach(
                        row ->
                                fields.put(
                                        row.group(1), new Documented(row.group(2), row.group(3))));
        return fields;
    }

    private static void collect(String prefix, Class<?> type, Map<String, Boolean> fields) {
        for (RecordComponent component : type.getRecordComponents()) {
            String name = prefix + snakeCase(component.getName());
            if (component.getType().isRecord()) {
                collect(name + ".", component.getType(), fields);
            } else if (component.getType() == List.class && element(component).isRecord()) {
                collect(name + "[].", element(component), fields);
            } else if (component.getType() == Optional.class && element(component).isRecord()) {
                fields.put(name, true);
                collect(name + ".", element(component), fields);
            } else {
                fields.put(name, MAYBE.contains(component.getType()));
            }
        }
    }

    private static Class<?> element(RecordComponent component) {
        Type[] elements = ((ParameterizedType) component.getGenericType()).getActualTypeArguments();
        return Arrays.stream(elements).map(Class.class::cast).findFirst().orElseThrow();
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
