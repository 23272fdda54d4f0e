package dev.weft.launcher;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Compares the data of a report with independently computed values, number by number. A number
/// without an expected value is a failure, and so is a missing number.
final class PageNumbers {
    private static final double EXACTLY = 1e-6;

    /// Service times are kept by HdrHistogram with three digits.
    private static final double OF_A_HISTOGRAM = 1.1e-3;

    /// The last of three digits, rounded.
    private static final double OF_THREE_DIGITS = 0.5e-2;

    private static final Pattern NUMBER = Pattern.compile("(\\d[\\d,]*(?:\\.\\d+)?)(%?)");

    /// How a mode looks, a name whose digits count nothing, and bytes.
    private static final Pattern NO_FIGURE =
            Pattern.compile("modes/\\d+/.*|files/\\d+/gzip|percentiles/\\d+/points/\\d+/0");

    private static final Pattern PERCENTILE =
            Pattern.compile(
                    "(percentiles/\\d+)/(?:points|marks)/(\\d+)/(1|value/value|value/text)");

    private final JsonNode page;
    private final JsonNode expected;
    private final Map<String, Integer> compared = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    /// @param page the data of the page
    /// @param expected what src/test/oracle/report/page.py wrote
    PageNumbers(JsonNode page, JsonNode expected) {
        this.page = page;
        this.expected = expected;
    }

    /// Compares all there is.
    void compare() {
        walk("", page);
        for (String kind : List.of("numbers", "texts", "prose")) {
            for (String place : expected.get(kind).propertyNames()) {
                if (!seen.contains(place) && !isEmpty(kind, place)) {
                    faults.add(
                            "%s is not on the page: %s"
                                    .formatted(place, expected.get(kind).get(place)));
                }
            }
        }
    }

    /// How many numbers were compared, by the part of the page.
    Map<String, Integer> compared() {
        return compared;
    }

    /// What does not agree, in sentences.
    List<String> faults() {
        return faults;
    }

    private boolean isEmpty(String kind, String place) {
        return expected.get(kind).get(place).isNull();
    }

    private void walk(String place, JsonNode node) {
        seen.add(place);
        if (node.isObject()) {
            node.properties().forEach(each -> walk(below(place, each.getKey()), each.getValue()));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                walk(below(place, Integer.toString(at)), node.get(at));
            }
        } else if (node.isNumber()) {
            number(place, node.asDouble());
        } else if (node.isString()) {
            text(place, node.asString());
        }
    }

    private static String below(String place, String name) {
        return place.isEmpty() ? name : place + "/" + name;
    }

    private void number(String place, double value) {
        Matcher percentile = PERCENTILE.matcher(place);
        if (percentile.matches()) {
            count(place);
            rank(place, percentile, value);
        } else if (expected.get("numbers").has(place)) {
            count(place);
            double other = expected.get("numbers").get(place).asDouble();
            if (Math.abs(value - other) > EXACTLY * Math.abs(other)) {
                faults.add("%s is %s, and not %s".formatted(place, value, other));
            }
        } else if (!NO_FIGURE.matcher(place).matches()) {
            faults.add("%s is %s, and nobody knows what it is".formatted(place, value));
        }
    }

    private void rank(String place, Matcher percentile, double value) {
        double other = service(percentile);
        if (Math.abs(value - other) > OF_A_HISTOGRAM * other) {
            faults.add("%s is %s, and not %s".formatted(place, value, other));
        }
    }

    /// The service time, of all in their order, that a point or a mark of a curve stands for.
    private double service(Matcher of) {
        JsonNode curve = at(of.group(1));
        int which = Integer.parseInt(of.group(2));
        double percentile =
                of.group(3).equals("1")
                        ? curve.get("points").get(which).get(0).asDouble()
                        : curve.get("marks").get(which).get("percentile").asDouble();
        JsonNode sorted = expected.get("ranks").get(of.group(1));
        // A share of a count is not exact: 0.999 of 1,000 is a little more than 999.
        int rank = (int) Math.ceil(percentile / 100 * sorted.size() - EXACTLY);
        return sorted.get(Math.max(1, rank) - 1).asDouble();
    }

    private JsonNode at(String place) {
        return page.at("/" + place);
    }

    private void text(String place, String text) {
        Matcher percentile = PERCENTILE.matcher(place);
        if (expected.get("texts").has(place)) {
            count(place);
            if (!text.equals(expected.get("texts").get(place).asString())) {
                faults.add(
                        "%s is '%s', and not '%s'"
                                .formatted(place, text, expected.get("texts").get(place)));
            }
        } else if (percentile.matches()) {
            // A histogram's value may be rounded to the next digit where the exact one is not.
            double exact = service(percentile);
            prose(place, text, List.of(exact, exact * (1 + OF_A_HISTOGRAM)));
        } else if (expected.get("prose").has(place)) {
            prose(
                    place,
                    text,
                    StreamSupport.stream(expected.get("prose").get(place).spliterator(), false)
                            .filter(JsonNode::isNumber)
                            .map(JsonNode::asDouble)
                            .toList());
        } else if (NUMBER.matcher(text).find() && !NO_FIGURE.matcher(place).matches()) {
            faults.add("%s is '%s', and nobody knows its numbers".formatted(place, text));
        }
    }

    /// Each number of a sentence has to be one of those that it may have, rounded.
    private void prose(String place, String text, List<Double> allowed) {
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            count(place);
            String digits = number.group(1).replace(",", "");
            int point = digits.indexOf('.');
            double half = 0.5 * Math.pow(10, point < 0 ? 0 : point - digits.length() + 1);
            double value = Double.parseDouble(digits);
            double scale = number.group(2).isEmpty() ? 1 : 100;
            if (allowed.stream().noneMatch(one -> isRounded(value, one * scale, half))) {
                faults.add(
                        "%s says %s in '%s', where there are only %s"
                                .formatted(place, number.group(), text, allowed));
            }
        }
    }

    private static boolean isRounded(double shown, double value, double half) {
        return Math.abs(shown - value)
                <= Math.max(half, OF_THREE_DIGITS * Math.abs(value)) * (1 + EXACTLY);
    }

    private void count(String place) {
        var _ = compared.merge(place.replaceFirst("/.*", ""), 1, Integer::sum);
    }
}
