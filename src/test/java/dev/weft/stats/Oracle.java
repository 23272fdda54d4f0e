package dev.weft.stats;

import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values of numpy, scipy and statsmodels, written by src/test/oracle/statistics.py.
final class Oracle {
    private Oracle() {}

    static List<JsonNode> cases(String name) {
        try (InputStream file = Oracle.class.getResourceAsStream("oracle.json")) {
            JsonNode all = JsonMapper.shared().readTree(Objects.requireNonNull(file));
            return all.required(name).valueStream().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static double number(JsonNode parent, String name) {
        return parent.required(name).doubleValue();
    }

    static double[] numbers(JsonNode parent, String name) {
        return parent.required(name).valueStream().mapToDouble(JsonNode::doubleValue).toArray();
    }

    static Map<String, Map<Integer, Double>> times(JsonNode family) {
        Map<String, Map<Integer, Double>> times = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> thing : family.required("times").properties()) {
            Map<Integer, Double> byBlock = new LinkedHashMap<>();
            thing.getValue()
                    .properties()
                    .forEach(
                            block ->
                                    byBlock.put(
                                            Integer.valueOf(block.getKey()),
                                            block.getValue().doubleValue()));
            times.put(thing.getKey(), byBlock);
        }
        return times;
    }

    static Stream<JsonNode> pairs() {
        return cases("families").stream().flatMap(family -> family.required("pairs").valueStream());
    }
}
