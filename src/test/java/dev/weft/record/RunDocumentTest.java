package dev.weft.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.machine.MachineWarning;
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
import org.junit.jupiter.api.Test;

/// docs/run-json.md names every field that the code has, in its order, and no other.
class RunDocumentTest {
    private static final Path DOCUMENT = Path.of("docs/run-json.md");

    /// `| `a.b` | meaning | null when |`
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z0-9_.\\[\\]]+)` \\| (.*) \\| (.*)\\|$", Pattern.MULTILINE);

    private static final Set<Class<?>> MAYBE =
            Set.of(Optional.class, OptionalInt.class, OptionalLong.class, OptionalDouble.class);

    private record Documented(String meaning, String nullWhen) {}

    @Test
    void documentsEveryFieldInTheOrderOfTheCode() throws IOException {
        assertThat(documented().keySet()).containsExactlyElementsOf(fields().keySet());
    }

    @Test
    void saysOfEachFieldWhatItMeans() throws IOException {
        assertThat(documented())
                .allSatisfy((_, field) -> assertThat(field.meaning()).endsWith("."));
    }

    @Test
    void saysWhenAFieldIsNullWhereItCanBe() throws IOException {
        Map<String, Boolean> nullable = fields();

        assertThat(documented())
                .allSatisfy(
                        (name, field) ->
                                assertThat(!field.nullWhen().isBlank())
                                        .as(name)
                                        .isEqualTo(nullable.get(name)));
    }

    @Test
    void namesTheWarningsOfTheMachineAndTheSchema() throws IOException {
        String document = Files.readString(DOCUMENT);

        assertThat(document).contains("**schema %d**".formatted(RunDocument.SCHEMA));
        assertThat(MachineWarning.class.getPermittedSubclasses())
                .allSatisfy(
                        type ->
                                assertThat(document)
                                        .contains("(`MachineWarning." + type.getSimpleName()));
    }

    private static Map<String, Documented> documented() throws IOException {
        Map<String, Documented> fields = new LinkedHashMap<>();
        ROW.matcher(Files.readString(DOCUMENT))
                .results()
                .forEach(
                        row ->
                                fields.put(
                                        row.group(1), new Documented(row.group(2), row.group(3))));
        return fields;
    }

    /// The names of all fields, and whether they can be null.
    private static Map<String, Boolean> fields() {
        Map<String, Boolean> fields = new LinkedHashMap<>();
        collect("", RunDocument.class, fields);
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
