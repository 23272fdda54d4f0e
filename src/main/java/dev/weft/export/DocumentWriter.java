package dev.weft.export;

import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes documents as indented JSON with names in snake case.
public final class DocumentWriter {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    private DocumentWriter() {}

    /// Returns a document as JSON, without a line break at the end.
    public static String text(Record document) {
        return JSON.writeValueAsString(document);
    }
}
