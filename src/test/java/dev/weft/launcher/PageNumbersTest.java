package dev.weft.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class PageNumbersTest {
    private static final String EXPECTED =
            """
            {
              "numbers": { "percentiles/0/marks/0/percentile": 100, "cells/0/wall/value": 0.4124, "cells/0/jvms": 2 },
              "texts": { "runId": "r1" },
              "prose": { "cells/0/wall/text": [0.4124], "answer/which": [64, 2155.4, 0.876] },
              "ranks": { "percentiles/0": [10.0, 20.0, 30.0, 40.0] }
            }
            """;

    private static final String PAGE =
            """
            {
              "runId": "r1",
              "modes": [{ "color": "#0072B2" }],
              "cells": [{ "wall": { "value": 0.4124, "text": "0.412 s" }, "jvms": 2 }],
              "answer": { "which": "Use 64 at once: 2,155 a second, 88% of the ideal." },
              "percentiles": [{ "points": [[50.0, 20.01]], "marks": [{ "percentile": 100.0, "value": { "value": 40.0, "text": "40.0 ms" } }] }]
            }
            """;

    @Test
    void whatAgreesIsCounted() {
        PageNumbers numbers = numbers(PAGE);

        assertThat(numbers.faults()).isEmpty();
        assertThat(numbers.compared()).containsEntry("answer", 3).containsEntry("cells", 3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0.4124, "text"      | 0.4125, "text"                 | cells/0/wall/value is 0.4125
                    "0.412 s"           | "0.419 s"                      | cells/0/wall/text says 0.419
                    "jvms": 2           | "jvms": 3                      | cells/0/jvms is 3.0
                    "jvms": 2           | "jvms": 2, "odd": 7            | cells/0/odd is 7.0, and nobody knows
                    "jvms": 2           | "jvms": 2, "odd": "7 ms"       | cells/0/odd is '7 ms', and nobody knows
                    , "jvms": 2         |                                | cells/0/jvms is not on the page
                    "r1"                | "r2"                           | runId is 'r2'
                    2,155               | 2,175                          | answer/which says 2,175
                    88%                 | 89%                            | answer/which says 89%
                    20.01               | 20.5                           | percentiles/0/points/0/1 is 20.5
                    """)
    void whatDoesNotIsNamed(String right, @Nullable String wrong, String fault) {
        assertThat(PAGE).contains(right);

        List<String> faults = numbers(PAGE.replace(right, wrong == null ? "" : wrong)).faults();

        assertThat(faults).singleElement().asString().startsWith(fault);
    }

    private static PageNumbers numbers(String page) {
        JsonMapper json = JsonMapper.shared();
        PageNumbers numbers = new PageNumbers(json.readTree(page), json.readTree(EXPECTED));
        numbers.compare();
        return numbers;
    }
}
