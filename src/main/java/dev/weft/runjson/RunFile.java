package dev.weft.runjson;

import dev.weft.csv.FileErrorText;
import dev.weft.csv.RecordException;
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

/// Reads and writes the file `run.json` of a run. The file is always complete, even if weft is
/// killed while it writes.
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

    /// Writes the file and replaces an existing one.
    ///
    /// @throws RecordException if the file cannot be written; the existing one is then unchanged
    public void write(RunDocument document) throws RecordException {
        Path unfinished = path.resolveSibling(path.getFileName() + ".unfinished");
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            // An interrupt closes a channel, but an interrupted run must still write its document.
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
            throw FileErrorText.cannotWrite(KIND, path, e);
        }
    }

    /// Reads the file and ignores unknown fields.
    ///
    /// @throws RecordException if the file does not exist, is not a `run.json`, or has a schema
    ///   that this version does not know
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
                throw notARunFile();
            }
            return JSON.treeToValue(withMissingFields(tree), RunDocument.class);
        } catch (IOException e) {
            throw FileErrorText.cannotRead(KIND, path, e);
        } catch (JacksonException e) {
            // The message of Jackson names Java classes.
            throw notARunFile();
        }
    }

    /// Adds the fields that early versions of this schema did not write.
    private static JsonNode withMissingFields(JsonNode tree) {
        if (tree instanceof ObjectNode document && !document.has("resumed_at")) {
            document.putArray("resumed_at");
        }
        if (tree.path("target") instanceof ObjectNode target && !target.has("traits")) {
            target.putObject("traits");
        }
        return tree;
    }

    private RecordException notARunFile() {
        return new RecordException(
                "%s is no run.json of weft, or a damaged one: name the file of another run"
                        .formatted(path));
    }
}
