package dev.weft.text;

import dev.weft.analysis.CaseComparison;
import dev.weft.analysis.FigureFormat;
import dev.weft.analysis.RegressionGate;
import dev.weft.analysis.RunComparison;
import dev.weft.analysis.VerdictText;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Formats a comparison as JUnit XML, for CI servers: a test for each case and mode. The time of a
/// test is the wall time after the change.
///
/// @param before name of the first result on the command line
/// @param after name of the second result
public record JUnitReport(RunComparison change, RegressionGate gate, String before, String after) {
    private static final String SUITE = "weft compare";
    private static final String CLASS = "weft.compare";
    private static final int DECIMALS = 6;

    /// Returns the document.
    public String xml() {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            suites(xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("XML cannot be written into memory", e);
        }
        return text.append('\n').toString();
    }

    private void suites(XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, 0, "testsuites");
        begin(xml, 1, "testsuite");
        attribute(xml, "name", SUITE);
        boolean nothing = change.cells().isEmpty() && change.lost().isEmpty();
        long broken = change.lost().stream().filter(RunComparison.Lost::attempted).count();
        attribute(xml, "tests", change.cells().size() + change.lost().size() + (nothing ? 1 : 0));
        attribute(xml, "failures", change.cells().stream().filter(gate::isShutBy).count());
        attribute(xml, "errors", broken + (nothing ? 1 : 0));
        attribute(xml, "skipped", change.lost().size() - broken);
        attribute(
                xml,
                "time",
                seconds(change.cells().stream().mapToDouble(cell -> cell.after().value()).sum()));
        properties(xml);
        for (CaseComparison cell : change.cells()) {
            test(xml, cell);
        }
        for (RunComparison.Lost lost : change.lost()) {
            test(xml, lost);
        }
        if (nothing) {
            beginTest(xml, "something to compare", 0);
            trouble(xml, "error", "nothing", "no pass was verified on either side");
            end(xml, 2);
        }
        end(xml, 1);
        end(xml, 0);
    }

    private void properties(XMLStreamWriter xml) throws XMLStreamException {
        begin(xml, 2, "properties");
        for (List<String> pair :
                List.of(
                        List.of(RunComparison.BEFORE, before),
                        List.of(RunComparison.AFTER, after),
                        List.of(
                                "fail-if-slower",
                                gate.limit().isPresent() ? gate.percent() : "none"))) {
            indent(xml, 3);
            xml.writeEmptyElement("property");
            attribute(xml, "name", pair.getFirst());
            attribute(xml, "value", pair.getLast());
        }
        end(xml, 2);
    }

    private void test(XMLStreamWriter xml, CaseComparison cell) throws XMLStreamException {
        beginTest(xml, change.name(cell.mode(), cell.setting()), cell.after().value());
        String sentence = VerdictText.of(RunComparison.AFTER, RunComparison.BEFORE, cell.verdict());
        if (gate.isShutBy(cell)) {
            trouble(xml, "failure", "slower", gate.failure(change, cell));
        }
        begin(xml, 3, "system-out");
        xml.writeCharacters(
                printable(
                        "before %s, after %s, ratio %s; %s"
                                .formatted(
                                        FigureFormat.seconds(cell.before().value()),
                                        FigureFormat.seconds(cell.after().value()),
                                        FigureFormat.digits(cell.ratio()),
                                        sentence)));
        xml.writeEndElement();
        end(xml, 2);
    }

    private void test(XMLStreamWriter xml, RunComparison.Lost lost) throws XMLStreamException {
        beginTest(xml, change.name(lost.mode(), lost.setting()), 0);
        if (lost.attempted()) {
            trouble(xml, "error", "unverified", "it was verified before, and no pass of it is now");
        } else {
            indent(xml, 3);
            xml.writeEmptyElement("skipped");
            attribute(xml, "message", "there is nothing of it to compare in " + after);
        }
        end(xml, 2);
    }

    private static void beginTest(XMLStreamWriter xml, String name, double seconds)
            throws XMLStreamException {
        begin(xml, 2, "testcase");
        attribute(xml, "name", name);
        attribute(xml, "classname", CLASS);
        attribute(xml, "time", seconds(seconds));
    }

    private static void trouble(XMLStreamWriter xml, String element, String type, String message)
            throws XMLStreamException {
        indent(xml, 3);
        xml.writeEmptyElement(element);
        attribute(xml, "message", message);
        attribute(xml, "type", type);
    }

    private static void begin(XMLStreamWriter xml, int depth, String element)
            throws XMLStreamException {
        indent(xml, depth);
        xml.writeStartElement(element);
    }

    private static void end(XMLStreamWriter xml, int depth) throws XMLStreamException {
        indent(xml, depth);
        xml.writeEndElement();
    }

    private static void indent(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static void attribute(XMLStreamWriter xml, String name, Object value)
            throws XMLStreamException {
        xml.writeAttribute(name, printable(value.toString()));
    }

    private static String seconds(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }

    /// Removes characters that XML 1.0 forbids even as escapes.
    private static String printable(String text) {
        return text.replaceAll(
                "[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", "\uFFFD");
    }
}
