package dev.weft.record;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The file `run.json` of a run. It is there as a whole or not at all, whenever weft is killed.
///
/// @param path of the file
public record RunFile(Path path) {
    private static final String KIND = "particulars of the run";

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build();

    /// Writes the file, in place of the one that is there.
    ///
    /// @throws RecordException when it cannot be written; the old one is then still there
    public void write(RunDocument document) throws RecordException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            // Not a channel: a run that is being interrupted has to be written, too.
            try (FileOutputStream output = new FileOutputStream(unfinished.toFile())) {
                output.write(JSON.writeValueAsBytes(document));
                output.write('\n');
                output.getFD().sync();
            }
            Files.move(
                    unfinished,
                    path,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw FileErrorText.writing(KIND, path, e);
        }
    }

    /// Reads the file. Fields that this weft does not know are passed over.
    ///
    /// @throws RecordException when it is not there, is no `run.json`, or is one of a schema that
    ///   this weft does not know
    public RunDocument read() throws RecordException {
        try {
            JsonNode tree = JSON.readTree(Files.readAllBytes(path));
            int schema = tree.path("schema").asInt(0);
            if (schema > RunDocument.SCHEMA) {
                throw new RecordException(
                        "%s is of schema %d, and this weft reads up to %d: read it with the weft that wrote it, or a newer one"
                                .formatted(path, schema, RunDocument.SCHEMA));
            }
            if (schema < 1) {
                throw foreign();
            }
            return JSON.treeToValue(completed(tree), RunDocument.class);
        } catch (IOException e) {
            throw FileErrorText.reading(KIND, path, e);
        } catch (JacksonException e) {
            // Its own words would be of classes.
            throw foreign();
        }
    }

    /// With what the first wefts of this schema did not write.
    private static JsonNode completed(JsonNode tree) {
        if (tree instanceof ObjectNode document && !document.has("resumed_at")) {
            document.putArray("resumed_at");
        }
        if (tree.path("target") instanceof ObjectNode target && !target.has("traits")) {
            target.putObject("traits");
        }
        return tree;
    }

    private RecordException foreign() {
        return new RecordException(
                "%s is no run.json of weft, or a damaged one: name the file of another run"
                        .formatted(path));
    }
}
