package dev.weft.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weft.analysis.RegressionGate;
import dev.weft.analysis.RunComparison;
import dev.weft.plan.ModeName;
import dev.weft.record.PassRow;
import dev.weft.record.PassStatus;
import dev.weft.testing.Passes;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class JUnitReportTest {
    /// What the schema of the Jenkins plugin for JUnit's XML lets an element hold.
    private static final Map<String, Set<String>> CHILDREN =
            Map.of(
                    "testsuites", Set.of("testsuite"),
                    "testsuite", Set.of("properties", "testcase", "system-out", "system-err"),
                    "properties", Set.of("property"),
                    "property", Set.of(),
                    "testcase", Set.of("skipped", "error", "failure", "system-out", "system-err"),
                    "skipped", Set.of(),
                    "error", Set.of(),
                    "failure", Set.of(),
                    "system-out", Set.of());

    private static final Map<String, Set<String>> ATTRIBUTES =
            Map.of(
                    "testsuites", Set.of(),
                    "testsuite", Set.of("name", "tests", "failures", "errors", "skipped", "time"),
                    "properties", Set.of(),
                    "property", Set.of("name", "value"),
                    "testcase", Set.of("name", "classname", "time"),
                    "skipped", Set.of("message"),
                    "error", Set.of("message", "type"),
                    "failure", Set.of("message", "type"),
                    "system-out", Set.of());

    @Test
    void holdsOnlyWhatTheUsualSchemaKnows() throws Exception {
        Document report = parsed(new JUnitReport(change(), gate(0.05), "old", "new").xml());

        List<String> strangers = new ArrayList<>();
        look(report.getDocumentElement(), strangers);
        assertThat(report.getDocumentElement().getTagName()).isEqualTo("testsuites");
        assertThat(strangers).isEmpty();
    }

    @Test
    void countsWhatItHolds() throws Exception {
        Document report = parsed(new JUnitReport(change(), gate(0.05), "old", "new").xml());

        Element suite = (Element) report.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests")).isEqualTo(count(report, "testcase")).isEqualTo("4");
        assertThat(suite.getAttribute("failures"))
                .isEqualTo(count(report, "failure"))
                .isEqualTo("1");
        assertThat(suite.getAttribute("errors")).isEqualTo(count(report, "error")).isEqualTo("1");
        assertThat(suite.getAttribute("skipped"))
                .isEqualTo(count(report, "skipped"))
                .isEqualTo("1");
    }

    @Test
    void noFailureWithoutALimit() throws Exception {
        Document report =
                parsed(
                        new JUnitReport(
                                        change(),
                                        new RegressionGate(Optional.empty()),
                                        "old",
                                        "new")
                                .xml());

        assertThat(count(report, "failure")).isEqualTo("0");
    }

    @Test
    void namesThatNoXmlMayHoldDoNotBreakIt() throws Exception {
        String name = "a<b>&\"'\u0001\uD800]]> ü 😀";
        Document report = parsed(new JUnitReport(change(), gate(0.05), name, "new").xml());

        assertThat(
                        ((Element) report.getElementsByTagName("property").item(0))
                                .getAttribute("value"))
                .isEqualTo("a<b>&\"'\uFFFD\uFFFD]]> ü 😀");
    }

    @Test
    void nothingToCompareIsNoSuccess() throws Exception {
        Document report =
                parsed(
                        new JUnitReport(
                                        RunComparison.interleaved(List.of(), List.of()),
                                        gate(0.05),
                                        "old",
                                        "new")
                                .xml());

        assertThat(count(report, "error")).isEqualTo("1");
    }

    /// Virtual became slower, threads did not, async fails, and sequential is missing.
    private static RunComparison change() {
        List<PassRow> before = new ArrayList<>();
        List<PassRow> after = new ArrayList<>();
        for (int block = 1; block <= 3; block++) {
            before.add(pass(ModeName.VIRTUAL, block, 400).row());
            after.add(pass(ModeName.VIRTUAL, block, 800).row());
            before.add(pass(ModeName.THREADS, block, 400).row());
            after.add(pass(ModeName.THREADS, block, 300).row());
            before.add(pass(ModeName.ASYNC, block, 400).row());
            after.add(pass(ModeName.ASYNC, block, 400).status(PassStatus.FAILED).row());
            before.add(pass(ModeName.SEQUENTIAL, block, 400).row());
        }
        return RunComparison.interleaved(before, after);
    }

    private static Passes pass(ModeName mode, int block, long millis) {
        return Passes.of(mode).block(block).wall(Duration.ofMillis(millis + block));
    }

    private static RegressionGate gate(double limit) {
        return new RegressionGate(Optional.of(limit));
    }

    private static Document parsed(String xml) throws Exception {
        DocumentBuilder parser = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
        return parser.parse(new InputSource(new StringReader(xml)));
    }

    private static String count(Document report, String element) {
        return Integer.toString(report.getElementsByTagName(element).getLength());
    }

    private static void look(Element element, List<String> strangers) {
        NamedNodeMap attributes = element.getAttributes();
        for (int index = 0; index < attributes.getLength(); index++) {
            String name = attributes.item(index).getNodeName();
            if (!ATTRIBUTES.getOrDefault(element.getTagName(), Set.of()).contains(name)) {
                strangers.add(element.getTagName() + "@" + name);
            }
        }
        NodeList children = element.getChildNodes();
        for (int index = 0; index < children.getLength(); index++) {
            Node child = children.item(index);
            if (child instanceof Element within) {
                if (CHILDREN.getOrDefault(element.getTagName(), Set.of())
                        .contains(within.getTagName())) {
                    look(within, strangers);
                } else {
                    strangers.add(element.getTagName() + "/" + within.getTagName());
                }
            }
        }
    }
}
